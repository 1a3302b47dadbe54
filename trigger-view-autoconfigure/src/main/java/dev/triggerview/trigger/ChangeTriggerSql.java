package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The statements that change a trigger that is there; a dialect overrides those that its
 * database has. Without any of its own, a trigger is dropped and created again.
 */
abstract sealed class ChangeTriggerSql extends CreateTriggerSql permits TriggerDialect {

	/**
	 * Return the statements that bring a trigger into a state; none where the database
	 * has no such statement.
	 */
	public List<String> setState(String trigger, RelationName table, TriggerState state) {
		return List.of();
	}

	/**
	 * Return the statements that rename a trigger; none where the database has no such
	 * statement.
	 */
	public List<String> rename(String trigger, RelationName table, String newName) {
		return List.of();
	}

	/**
	 * Return whether a transaction that reads before it writes fails when another one
	 * wrote meanwhile, so that it has to begin with a statement that writes.
	 */
	public boolean writesFirst() {
		return false;
	}

	/** What is wrong with a complete statement that creates a trigger. */
	List<TriggerProblem> statementProblems(TriggerDefinition trigger, String sql) {
		return List.of();
	}

	List<String> dropOne(String trigger, RelationName table) {
		return List.of("DROP TRIGGER IF EXISTS " + qualified(table.sibling(trigger)));
	}

	/**
	 * The statements that create a trigger at its place in the firing order. One that
	 * stands in for it has been left by a script that was interrupted.
	 */
	List<String> created(KeptTrigger trigger, Collection<String> present) {
		Stream<String> create = assembled(trigger,
				placed(new CreateStatement(trigger.trigger().definition()), trigger, present))
			.stream();
		return Stream
			.concat(create,
					standIn(trigger.name()).filter(present::contains)
						.stream()
						.flatMap((left) -> dropOne(left, trigger.table()).stream()))
			.toList();
	}

	/** The name of what stands in for a trigger that is replaced, where that is done. */
	Optional<String> standIn(String trigger) {
		return deputy(trigger);
	}

	/**
	 * The statements that put a trigger into the place of an old one, whose
	 * {@linkplain #deputy deputy} stays.
	 */
	List<String> replaced(KeptTrigger old, KeptTrigger trigger, Collection<String> present) {
		CreateStatement create = new CreateStatement(trigger.trigger().definition());
		if (features().contains(TriggerFeature.REPLACE)) {
			return assembled(trigger, placed(create.orReplace("OR REPLACE"), trigger, present));
		}
		return Stream.concat(dropOne(old.name(), old.table()).stream(), created(trigger, present).stream()).toList();
	}

	/** The statements that put a trigger into the place of one with the same name. */
	final List<String> replacedByItself(KeptTrigger trigger, Collection<String> present) {
		return Stream.concat(replaced(trigger, trigger, present).stream(), dropDeputy(trigger).stream()).toList();
	}

	/**
	 * The statements, each part by itself, that bring back a trigger after a replacement
	 * that failed.
	 */
	List<List<String>> broughtBack(KeptTrigger old, Collection<String> present) {
		return List.of(replacedByItself(old, present));
	}

	/**
	 * Whether a trigger is created behind another one or last, and not in front of one.
	 */
	boolean placesBehindOnly() {
		return false;
	}

	/** Whether a session may name triggers to place others of a schema by. */
	boolean places(Connection connection, RelationName any) throws SQLException {
		return true;
	}

	List<String> assembled(KeptTrigger trigger, CreateStatement create) {
		return Stream.of(besideKept(trigger), List.of(create.sql()), afterCreate(trigger.definition()))
			.flatMap(List::stream)
			.toList();
	}

	/** The statements that undo what {@link #assembled} sets for the session. */
	List<String> restoreSession() {
		return List.of();
	}

	CreateStatement placed(CreateStatement create, KeptTrigger trigger, Collection<String> present) {
		return create;
	}

	/**
	 * Return whether the database itself disables a trigger; otherwise our store keeps it
	 * meanwhile.
	 */
	public final boolean disables(TriggerDefinition trigger) {
		return disables(trigger.timing(), RelationKind.TABLE);
	}

	/** Return whether the database itself disables a trigger that is there. */
	public final boolean disables(KeptTrigger trigger) {
		return disables(trigger.trigger().timing(), trigger.trigger().kind());
	}

	boolean disables(TriggerTiming timing, RelationKind kind) {
		return features().contains(TriggerFeature.DISABLED);
	}

	/** Whether our store may have disabled triggers. */
	boolean keepsDisabled() {
		return !features().contains(TriggerFeature.DISABLED);
	}

	/**
	 * Return those of some tables of one name, which the driver lists, that the account
	 * may read.
	 */
	List<RelationName> readable(Connection connection, List<RelationName> tables) throws SQLException {
		return tables;
	}

	/**
	 * Return whether there is a trigger that the catalog leaves out, because the account
	 * lacks a right.
	 */
	boolean hides(Connection connection, RelationName trigger) throws SQLException {
		return false;
	}

	/** What lets an account see the triggers of a table, or of all if it is null. */
	String rightToSee(Connection connection, RelationName trigger, @Nullable String table) throws SQLException {
		return "";
	}

	/** Drop a trigger that the store keeps because it is disabled. */
	List<String> dropKept(KeptTrigger trigger) {
		return dropOne(trigger.name(), trigger.table());
	}

	/** The statements for what stays in the database of a trigger that is disabled. */
	List<String> besideKept(KeptTrigger trigger) {
		return List.of();
	}

	/** The statements that drop what has stayed of a trigger that the store has kept. */
	List<String> dropBeside(KeptTrigger trigger) {
		return List.of();
	}

	/**
	 * The statements by which what has stayed of a disabled trigger follows it to another
	 * table or name.
	 */
	List<String> followKept(KeptTrigger trigger, KeptTrigger moved) {
		return List.of();
	}

	/** A trigger as it is when its table or view gets another name. */
	KeptTrigger onto(KeptTrigger trigger, RelationName renamed) {
		return trigger.at(trigger.table().sibling(renamed.name()),
				new CreateStatement(trigger.trigger().definition()).on(quote(renamed.name())).sql());
	}

	/**
	 * Return whether the name of a renamed table or column is written into all triggers
	 * whose text has it.
	 */
	public boolean rewritesRenamed() {
		return false;
	}

	/** Return the text of a trigger without what the database changes by itself. */
	String written(String definition) {
		return definition;
	}

	/** A trigger that is only in the store, under another name. */
	KeptTrigger renamedKept(KeptTrigger trigger, String name) {
		String definition = new CreateStatement(trigger.trigger().definition()).named(quote(name)).sql();
		return trigger.with(name, definition, trigger.state());
	}

	/**
	 * Return whether a trigger is a part of its table, so that its name alone does not
	 * tell which one is meant.
	 */
	public boolean triggersBelongToTables() {
		return false;
	}

	/**
	 * Whether one {@code INSTEAD OF} trigger of a view fires for an event, and others
	 * never.
	 */
	boolean firesOneInsteadOf() {
		return false;
	}

	/**
	 * Whether the other trigger that one names for its place is found by a look at the
	 * catalog.
	 */
	boolean findsNeighbours() {
		return false;
	}

	/** Return whether a trigger is created with a look at others of its table. */
	public final boolean looksAtOthers(TriggerDefinition trigger) {
		return (firesOneInsteadOf() && trigger.timing() == TriggerTiming.INSTEAD_OF)
				|| (findsNeighbours() && !trigger.order().equals(TriggerOrder.ANY));
	}

	/**
	 * Whether a trigger is one that {@link #replaced} creates for a while, and that a
	 * change leaves behind when it is interrupted.
	 */
	boolean isDeputy(String trigger) {
		return false;
	}

	/** The beginning of a statement that creates a table which may be there. */
	String createTable() {
		return "CREATE TABLE IF NOT EXISTS";
	}

	/** The name of the deputy of a trigger, where there are deputies. */
	Optional<String> deputy(String trigger) {
		return Optional.empty();
	}

	/** Whether a deputy stands in for nothing. */
	boolean neverRuns(Trigger deputy) {
		return false;
	}

	/** Whether a deputy stands in for a trigger when that is not there. */
	boolean waitsFor(Trigger deputy, Trigger other) {
		return false;
	}

	/** The statements that put a trigger into the place of its deputy. */
	List<String> relieved(KeptTrigger trigger, boolean placeable) {
		return List.of();
	}

	/** The statements that drop the deputy of a trigger that can have one. */
	final List<String> dropDeputy(KeptTrigger trigger) {
		return deputy(trigger.name()).filter((deputy) -> !leavesGap(trigger))
			.map((deputy) -> dropOne(deputy, trigger.table()))
			.orElse(List.of());
	}

	/**
	 * The statements that make room for a trigger in front of another one that runs
	 * first, where a trigger is created behind another one or last.
	 * @param follower the trigger that runs first now
	 * @param old the trigger that the first one replaces
	 */
	List<String> roomInFront(KeptTrigger follower, KeptTrigger trigger, @Nullable KeptTrigger old,
			Collection<String> present) {
		return List.of();
	}

	/** The statements that put a trigger into the room in front of another one. */
	List<String> movedIn(KeptTrigger trigger, @Nullable KeptTrigger old) {
		return List.of();
	}

	/**
	 * Whether {@link #replaced} leaves no moment without a trigger to one of another name
	 * either, where it goes before that one is created.
	 */
	boolean replacesUnderAnotherName(KeptTrigger old) {
		return false;
	}

	/**
	 * Whether writers see a moment without a trigger that is dropped and created again.
	 */
	boolean leavesGap(KeptTrigger trigger) {
		return false;
	}

	/** How writers wait while a trigger is dropped and created, where they have to. */
	Optional<TableLock> lock(KeptTrigger trigger) {
		return Optional.empty();
	}

	/** The statements that rename a trigger that has been read. */
	List<String> renamed(KeptTrigger trigger, String newName) {
		return rename(trigger.name(), trigger.table(), newName);
	}

	/** The functions that were created with triggers, as statements. */
	Map<RelationName, List<String>> functions(Connection connection, List<Trigger> triggers) throws SQLException {
		return Map.of();
	}

	/** The statements by which functions follow a table or view to a new name. */
	List<String> followRenaming(Connection connection, RelationName relation, RelationName renamed)
			throws SQLException {
		return List.of();
	}

	/**
	 * Return the statements of a script by which what belongs to the triggers of a table
	 * or view follows it to a new name, whatever is there by then.
	 */
	public List<String> followRenaming(RelationName relation, RelationName renamed) {
		return List.of();
	}

	/** How the catalog is asked for a name. */
	String nameComparison() {
		return " = ?";
	}

	/** Return whether two names of triggers or tables stand for the same one. */
	public boolean isSameName(String first, String second) {
		return first.equals(second);
	}

}
