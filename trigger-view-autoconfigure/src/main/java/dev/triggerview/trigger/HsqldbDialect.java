package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * HSQLDB 2.7 guide, SQL-Invoked Routines, Trigger Creation: one event. The clause
 * {@code BEFORE trigger} of the guide puts a trigger directly behind that one (2.7.3).
 */
final class HsqldbDialect extends TriggerDialect {

	private static final String DEPUTY = "__TV_DEPUTY";

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

	/** The other one has one event, and runs at the moment of one part only. */
	@Override
	List<TriggerProblem> furtherProblems(TriggerDefinition trigger) {
		return (trigger.order().precedes() != null && trigger.events().size() > 1)
				? List.of(problem(trigger, "precedes", "a trigger is placed before another of the same event",
						"declare one trigger for each event"))
				: List.of();
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
		if (trigger.trigger().timing() == TriggerTiming.INSTEAD_OF) {
			return super.replaced(old, trigger, present);
		}
		RelationName table = old.table();
		String deputy = deputy(old);
		String guard = Stream.of(old.name(), trigger.name())
			.distinct()
			.map((name) -> isAbsent(name, table))
			.collect(Collectors.joining(" AND "));
		CreateStatement create = new CreateStatement(trigger.trigger().definition());
		boolean first = old.present() && isFirst(trigger, present);
		CreateStatement standIn = first ? behind(create, old.name()) : placed(create, trigger, present);
		CreateStatement successor = first ? behind(create, deputy) : placed(create, trigger, present);
		return Stream
			.of(dropOne(deputy, table), List.of(standIn.named(quote(deputy)).guarded(guard).sql()),
					dropOne(old.name(), table), List.of(successor.sql()), dropOne(deputy, table))
			.flatMap(List::stream)
			.toList();
	}

	/** One for each name: {@code IN} finds none of them in a trigger (2.7.3). */
	private String isAbsent(String name, RelationName table) {
		return "NOT EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TRIGGERS WHERE TRIGGER_SCHEMA = "
				+ ((table.schema() != null) ? literal(table.schema()) : "CURRENT_SCHEMA") + " AND TRIGGER_NAME = "
				+ literal(name) + ")";
	}

	@Override
	boolean isDeputy(String trigger) {
		return trigger.endsWith(DEPUTY);
	}

	/** The deputy that a change left when it was interrupted. */
	@Override
	List<String> dropBeside(KeptTrigger trigger) {
		return trigger.interrupted() ? dropOne(deputy(trigger), trigger.table()) : List.of();
	}

	private String deputy(KeptTrigger trigger) {
		return nameLimit().derive(trigger.name(), DEPUTY);
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
		return trigger.predecessors().stream().noneMatch(present::contains)
				&& trigger.successors().stream().anyMatch(present::contains);
	}

	private CreateStatement behind(CreateStatement create, String other) {
		return create.before("BEFORE " + quote(other), "REFERENCING", "FOR", "WHEN", "BEGIN");
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
	 * The first part needs the trigger, whose place it keeps; the second one is for a
	 * trigger that is gone, and fails otherwise: {@code IF NOT EXISTS} changes nothing
	 * about that (2.7.3).
	 */
	@Override
	List<List<String>> broughtBack(KeptTrigger old, Collection<String> present) {
		CreateStatement create = placed(new CreateStatement(old.trigger().definition()), old, present);
		return List.of(replaced(old, old, present), List.of(create.sql()));
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
