package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * HSQLDB 2.7 guide, SQL-Invoked Routines, Trigger Creation: one event. The clause
 * {@code BEFORE trigger} of the guide puts a trigger directly behind that one (2.7.3).
 */
final class HsqldbDialect extends TriggerDialect {

	private static final String DEPUTY = "__TV_DEPUTY";

	private static final String NEVER = "1 = 0";

	@Override
	public String name() {
		return "HSQLDB";
	}

	@Override
	public String shortName() {
		return "hsqldb";
	}

	/** HSQLDB utilities guide, SqlTool, raw mode: from one such line to the other. */
	@Override
	public String scripted(String statement) {
		return "\\.\n" + statement + "\n.;";
	}

	@Override
	public TriggeredRows triggeredRows() {
		return TriggeredRows.COUNTED;
	}

	@Override
	Set<TriggerFeature> features() {
		return EnumSet.of(TriggerFeature.BEFORE, TriggerFeature.INSTEAD_OF, TriggerFeature.ROW_LEVEL,
				TriggerFeature.STATEMENT_LEVEL, TriggerFeature.UPDATE_COLUMNS, TriggerFeature.WHEN,
				TriggerFeature.ROW_NAMES, TriggerFeature.FOLLOWS);
	}

	@Override
	Set<TriggerFeature> rewritten() {
		return EnumSet.of(TriggerFeature.SEVERAL_EVENTS, TriggerFeature.DISABLED, TriggerFeature.PRECEDES);
	}

	@Override
	String fold(String name) {
		return name.toUpperCase(Locale.ROOT);
	}

	/** It refuses a second one, without a word on the first. */
	@Override
	boolean firesOneInsteadOf() {
		return true;
	}

	@Override
	NameLimit nameLimit() {
		return NameLimit.characters(128);
	}

	@Override
	boolean isProduct(String productName) {
		return productName.equals("HSQL Database Engine");
	}

	@Override
	CreateStatement placed(CreateStatement create, KeptTrigger trigger, Collection<String> present) {
		return trigger.predecessors()
			.stream()
			.filter(present::contains)
			.findFirst()
			.map((other) -> behind(create, other))
			.orElse(create);
	}

	/**
	 * There is neither replacement nor a lock that outlives a statement on a trigger. A
	 * deputy runs whenever the catalog has no trigger of the name: such a statement waits
	 * for the transactions of all other sessions, so that each write finds one of them. A
	 * view cannot have a deputy beside its INSTEAD OF trigger: it has one for an event.
	 */
	@Override
	List<String> replaced(KeptTrigger old, KeptTrigger trigger, Collection<String> present) {
		if (leavesGap(trigger)) {
			return super.replaced(old, trigger, present);
		}
		CreateStatement create = new CreateStatement(trigger.trigger().definition());
		String deputy = deputyOf(old);
		boolean first = old.present() && isFirst(trigger, present);
		CreateStatement standIn = first ? behind(create, old.name()) : placed(create, trigger, present);
		CreateStatement successor = first ? behind(create, deputy) : placed(create, trigger, present);
		return Stream
			.of(deputy(old, standIn, areAbsent(old, trigger)), dropOne(old.name(), old.table()),
					List.of(successor.sql()))
			.flatMap(List::stream)
			.toList();
	}

	/**
	 * A deputy keeps the room: behind the follower, which goes behind it. It runs only
	 * when a trigger that was there is gone.
	 */
	@Override
	List<String> roomInFront(KeptTrigger follower, KeptTrigger trigger, @Nullable KeptTrigger old,
			Collection<String> present) {
		KeptTrigger owner = (old != null) ? old : trigger;
		CreateStatement create = new CreateStatement(trigger.trigger().definition());
		List<String> room = deputy(owner, behind(create, follower.name()),
				owner.present() ? areAbsent(owner, trigger) : NEVER);
		Set<String> placed = new HashSet<>(present);
		placed.add(deputyOf(owner));
		return Stream
			.of(room, replaced(follower, follower.behind(List.of(deputyOf(owner))), placed), dropDeputy(follower))
			.flatMap(List::stream)
			.toList();
	}

	@Override
	List<String> movedIn(KeptTrigger trigger, @Nullable KeptTrigger old) {
		List<String> drop = (old != null) ? dropOne(old.name(), old.table()) : List.of();
		return Stream.concat(drop.stream(), Stream.of(behindDeputy((old != null) ? old : trigger, trigger))).toList();
	}

	@Override
	List<String> relieved(KeptTrigger trigger, boolean placeable) {
		return List.of(placeable ? behindDeputy(trigger, trigger) : trigger.trigger().definition());
	}

	private String behindDeputy(KeptTrigger owner, KeptTrigger trigger) {
		return behind(new CreateStatement(trigger.trigger().definition()), deputyOf(owner)).sql();
	}

	private List<String> deputy(KeptTrigger owner, CreateStatement placed, String guard) {
		return Stream
			.concat(dropDeputy(owner).stream(), Stream.of(placed.named(quote(deputyOf(owner))).guarded(guard).sql()))
			.toList();
	}

	/** The catalog has conditions as they were written (2.7.3). */
	@Override
	boolean neverRuns(Trigger deputy) {
		return deputy.when().filter((when) -> when.startsWith(NEVER)).isPresent();
	}

	@Override
	boolean waitsFor(Trigger deputy, Trigger other) {
		return deputy.when().filter((when) -> when.contains(isAbsent(other.name(), other.table()))).isPresent();
	}

	/** One for each name: {@code IN} finds none of them in a trigger (2.7.3). */
	private String areAbsent(KeptTrigger... triggers) {
		return Stream.of(triggers)
			.map((trigger) -> isAbsent(trigger.name(), trigger.table()))
			.distinct()
			.collect(Collectors.joining(" AND "));
	}

	private String isAbsent(String name, RelationName table) {
		return "NOT EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TRIGGERS WHERE TRIGGER_SCHEMA = "
				+ ((table.schema() != null) ? literal(table.schema()) : "CURRENT_SCHEMA") + " AND TRIGGER_NAME = "
				+ literal(name) + ")";
	}

	@Override
	boolean isDeputy(String trigger) {
		return trigger.endsWith(DEPUTY);
	}

	@Override
	Optional<String> deputy(String trigger) {
		return Optional.of(nameLimit().derive(trigger, DEPUTY));
	}

	private String deputyOf(KeptTrigger trigger) {
		return deputy(trigger.name()).orElseThrow();
	}

	@Override
	boolean replacesUnderAnotherName(KeptTrigger old) {
		return !leavesGap(old);
	}

	@Override
	boolean leavesGap(KeptTrigger trigger) {
		return trigger.trigger().timing() == TriggerTiming.INSTEAD_OF;
	}

	/** A trigger in front of which there is none keeps its place by its deputy's. */
	private static boolean isFirst(KeptTrigger trigger, Collection<String> present) {
		return trigger.runsFirst(present) && trigger.successors().stream().anyMatch(present::contains);
	}

	private CreateStatement behind(CreateStatement create, String other) {
		return create.behind(quote(other));
	}

	/** The name behind BEFORE has no schema: it is looked for in that of the session. */
	@Override
	boolean places(Connection connection, RelationName any) throws SQLException {
		return any.schema() == null || any.schema().equals(connection.getSchema());
	}

	/** HSQLDB takes any trigger of the schema for the other one (2.7.3). */
	@Override
	boolean findsNeighbours() {
		return true;
	}

	@Override
	boolean placesBehindOnly() {
		return true;
	}

	/**
	 * A trigger that is gone comes back in the place of the deputy, or by itself where
	 * the deputy was refused. Both parts fail when it is there: {@code IF NOT EXISTS}
	 * changes nothing about that (2.7.3).
	 */
	@Override
	List<List<String>> broughtBack(KeptTrigger old, Collection<String> present) {
		if (leavesGap(old)) {
			return super.broughtBack(old, present);
		}
		CreateStatement create = new CreateStatement(old.trigger().definition());
		return List.of(List.of(behindDeputy(old, old)), List.of(placed(create, old, present).sql()),
				replacedByItself(old, present));
	}

	/**
	 * The rows have no name by themselves, and a row that the event lacks must not have
	 * one.
	 */
	@Override
	String referencing(TriggerDefinition trigger) {
		String place = (trigger.order().follows() != null) ? "BEFORE " + quote(trigger.order().follows()) : "";
		String rows = (effectiveLevel(trigger) == TriggerLevel.STATEMENT) ? ""
				: "REFERENCING" + RowNames.of(trigger, " OLD ROW AS ", " NEW ROW AS ");
		return (place + "\n" + rows).strip();
	}

	@Override
	String action(TriggerDefinition trigger) {
		return body(trigger).block("BEGIN ATOMIC", "END");
	}

	@Override
	String ended(String statement) {
		return text(statement).text();
	}

	/** The catalog keeps no comments, and the driver looks for its escapes in them. */
	@Override
	SqlText text(String text) {
		return new SqlText(text).withoutComments();
	}

}
