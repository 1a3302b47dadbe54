package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What one database can do with triggers, and the statements that do it. Names in
 * definitions are exactly those of the catalog and always written quoted. Dialects have
 * no state and may be shared.
 */
public abstract sealed class TriggerDialect extends ChangeTriggerSql permits Db2Dialect, H2Dialect, HsqldbDialect,
		MySqlDialect, OracleDialect, PostgreSqlDialect, SqlServerDialect, SqliteDialect {

	/** Return the dialects of all supported databases, ordered by name. */
	public static List<TriggerDialect> all() {
		return Dialects.TRIGGERS;
	}

	/**
	 * Return the dialect of a database, by the short name that Liquibase gives it, such
	 * as {@code postgresql} or {@code mssql}, in any case.
	 * @throws UnsupportedDatabaseException if there is none
	 */
	public static TriggerDialect of(String shortName) {
		return all().stream()
			.filter((dialect) -> dialect.shortName().equalsIgnoreCase(shortName))
			.findFirst()
			.orElseThrow(() -> unsupported(shortName, TriggerDialect::shortName));
	}

	/**
	 * Return the dialect of the database that a connection leads to.
	 * @throws UnsupportedDatabaseException if there is none
	 * @throws SQLException if the driver cannot tell the product
	 */
	public static TriggerDialect of(Connection connection) throws SQLException {
		String product = connection.getMetaData().getDatabaseProductName();
		return all().stream()
			.filter((dialect) -> dialect.isProduct(product))
			.findFirst()
			.orElseThrow(() -> unsupported(product, TriggerDialect::name));
	}

	/** Return the name of the database for people to read. */
	public abstract String name();

	/** Return the short name that Liquibase gives the database. */
	public abstract String shortName();

	/**
	 * Return the text that ends a statement on a trigger in a script for the client of
	 * the database, without a line break after it.
	 */
	public String delimiter() {
		return ";";
	}

	/**
	 * Return a statement as a script for the client of the database has it, with all that
	 * the client needs to see where it ends.
	 */
	public String scripted(String statement) {
		return text(statement).terminated();
	}

	/** What follows a comment on its line would be a part of it. */
	String ended(String statement) {
		return text(statement).endsWithComment() ? statement + "\n" : statement;
	}

	/** Return a name quoted, whatever it contains. */
	public String quote(String identifier) {
		return '"' + identifier.replace("\"", "\"\"") + '"';
	}

	/**
	 * Return what the database does for a feature. Every one can replace and rename a
	 * trigger by dropping it and creating it again.
	 */
	public final Support support(TriggerFeature feature) {
		if (features().contains(feature)) {
			return Support.NATIVE;
		}
		boolean recreated = feature == TriggerFeature.REPLACE || feature == TriggerFeature.RENAME;
		return (recreated || rewritten().contains(feature)) ? Support.REWRITTEN : Support.NONE;
	}

	/** Return whether a rollback of the transaction undoes statements on triggers. */
	public final boolean transactionalDdl() {
		return features().contains(TriggerFeature.TRANSACTIONAL_DDL);
	}

	/**
	 * Return every reason why the database cannot express a definition with the declared
	 * meaning, each with its remedy; empty if it can.
	 */
	public final List<TriggerProblem> problems(TriggerDefinition trigger) {
		List<TriggerProblem> problems = new ArrayList<>();
		for (TriggerFeature feature : TriggerFeature.values()) {
			if (feature.usedBy(trigger) && support(feature) == Support.NONE) {
				problems.add(feature.problem(name(), trigger));
			}
		}
		for (String name : triggerNames(trigger)) {
			nameProblem(name).ifPresent((reason) -> problems
				.add(problem(trigger, "triggerName", "the name '" + name + "' " + reason, "choose another one")));
		}
		Storable.problem(trigger)
			.ifPresent((reason) -> problems
				.add(problem(trigger, "body, when", reason, "take it out of the text, or write it as an escape")));
		if (trigger.action() instanceof TriggerAction.CompleteStatement complete) {
			problems.addAll(statementProblems(trigger, complete.sql()));
		}
		else {
			problems.addAll(rowNamesOfStatement(trigger));
			problems.addAll(furtherProblems(trigger));
		}
		return List.copyOf(problems);
	}

	/**
	 * Return where a trigger that can be created will differ from its definition; empty
	 * if nowhere.
	 */
	public List<TriggerProblem> caveats(TriggerDefinition trigger) {
		return List.of();
	}

	/**
	 * Return the statements that create a trigger, in order. Each is complete and without
	 * delimiter.
	 * @throws UnsupportedTriggerException if there are {@linkplain #problems problems}
	 */
	public final List<String> create(TriggerDefinition trigger) {
		require(problems(trigger));
		require(new ScriptLimits(this, trigger).problems());
		if (trigger.action() instanceof TriggerAction.CompleteStatement complete) {
			return Stream.concat(Stream.of(complete(complete.sql())), afterCreate(trigger).stream()).toList();
		}
		return splitEvents().parts(trigger).flatMap((part) -> render(part).stream()).toList();
	}

	/** Return whether only a look at what is there tells how to create a trigger. */
	public final boolean needsConnection(TriggerDefinition trigger) {
		return !new ScriptLimits(this, trigger).problems().isEmpty();
	}

	/** Return steps of {@link #create}; one that fails undoes those before it. */
	public final List<TriggerStep> creation(TriggerDefinition trigger) {
		return splitEvents().creation(trigger, create(trigger));
	}

	/**
	 * Return the statements that drop what {@link #create} creates. They succeed when the
	 * trigger, or its table, is not there (any more).
	 */
	public final List<String> drop(TriggerDefinition trigger) {
		return triggerNames(trigger).stream().flatMap((name) -> dropOne(name, trigger.table()).stream()).toList();
	}

	/**
	 * Return the statements that drop the trigger of a name. They succeed when there is
	 * none.
	 */
	public final List<String> drop(String trigger, RelationName table) {
		return dropOne(trigger, table);
	}

	/**
	 * Read the header of a complete statement as the database reads it: names without
	 * quotes are folded, and the level is the one that goes without saying. Empty if it
	 * is no {@code CREATE TRIGGER} statement with name, table and event.
	 */
	public final Optional<TriggerHeader> header(String sql) {
		return TriggerHeader.parse(sql, this::fold).map((header) -> header.withLevel(unwrittenLevel()));
	}

	/**
	 * Return the statements that create a trigger or replace one that nobody has looked
	 * at: its state and its place in the firing order are those of the definition.
	 * @param former the names of the triggers that may stand for it until then
	 * @throws UnsupportedTriggerException if there are {@linkplain #problems problems}
	 */
	public final List<String> createOrReplace(TriggerDefinition trigger, Collection<String> former) {
		List<KeptTrigger> parts = declared(trigger);
		require(new ScriptLimits(this, trigger).problems());
		Stream<String> others = former.stream()
			.filter((name) -> parts.stream().noneMatch((part) -> part.name().equals(name)))
			.flatMap((name) -> dropOne(name, trigger.table()).stream());
		return Stream.concat(others, parts.stream().flatMap((part) -> replacedByItself(part, List.of()).stream()))
			.toList();
	}

	/**
	 * Return a definition that names the other trigger, which it shall run after or
	 * before, as the database knows it: the one that stands for it at the same event.
	 * @param parts finds the triggers that stand for another one
	 */
	public final TriggerDefinition beside(TriggerDefinition trigger,
			Function<String, ? extends Collection<String>> parts) {
		return (isComplete(trigger) || !findsNeighbours()) ? trigger : splitEvents().beside(trigger, parts);
	}

	/**
	 * Return the name of a trigger, or of one that stands for it, after a renaming.
	 */
	public final String renamed(String part, String from, String to) {
		return splitEvents().renamed(part, from, to);
	}

	/** Return why the database cannot have a trigger of a name, or empty if it can. */
	public final Optional<String> invalidName(String trigger) {
		return nameProblem(trigger).map((reason) -> "the name '" + trigger + "' " + reason);
	}

	/**
	 * Return the names of the triggers that stand for a definition: its own, or one for
	 * each event where a trigger has one event only.
	 */
	public final List<String> triggerNames(TriggerDefinition trigger) {
		return splitEvents().parts(trigger).map(TriggerDefinition::name).toList();
	}

	/** Return what is told of the rows that {@code INSTEAD OF} triggers carry out. */
	public TriggeredRows triggeredRows() {
		return TriggeredRows.UNKNOWN;
	}

	/**
	 * Return whether the messages of the usual driver lack the line of an error, which
	 * {@link #explain} tells.
	 */
	public boolean messagesLackLines() {
		return false;
	}

	/**
	 * Return what a server says of a statement that failed, with the line if it tells.
	 */
	public String explain(SQLException failure) {
		return String.valueOf(failure.getMessage());
	}

	CatalogQuery catalog() {
		return new CatalogQuery(this);
	}

	/** The triggers that a definition becomes. */
	final List<KeptTrigger> declared(TriggerDefinition trigger) {
		require(problems(trigger));
		return splitEvents().parts(trigger).map(this::declaredPart).toList();
	}

	KeptTrigger declaredPart(TriggerDefinition part) {
		return KeptTrigger.declared(part, effectiveLevel(part), completeStatement(part), List.of(), null);
	}

	final SplitEvents splitEvents() {
		return new SplitEvents(this);
	}

	private static void require(List<TriggerProblem> problems) {
		if (!problems.isEmpty()) {
			throw new UnsupportedTriggerException(problems);
		}
	}

	/** The features whose meaning other SQL keeps. */
	Set<TriggerFeature> rewritten() {
		return Set.of();
	}

	abstract NameLimit nameLimit();

	/** Why the catalog could not keep a name as it is, empty if it can. */
	Optional<String> nameProblem(String name) {
		return nameLimit().allows(name) ? Storable.problem(name) : Optional.of("is longer than " + nameLimit());
	}

	boolean isProduct(String productName) {
		return productName.equalsIgnoreCase(name());
	}

	/** The form in which the catalog keeps a name that is written without quotes. */
	String fold(String name) {
		return name;
	}

	/** The level of a statement that does not say {@code FOR EACH}. */
	TriggerLevel unwrittenLevel() {
		return TriggerLevel.STATEMENT;
	}

	List<TriggerProblem> furtherProblems(TriggerDefinition trigger) {
		return List.of();
	}

	/** The statements for a trigger with the events that one trigger can have. */
	List<String> render(TriggerDefinition trigger) {
		return Stream.concat(Stream.of(statement(trigger, action(trigger))), afterCreate(trigger).stream()).toList();
	}

	final TriggerProblem problem(TriggerDefinition trigger, String attribute, String reason, String remedy) {
		return new TriggerProblem(name(), trigger.name() + " on " + trigger.table(), attribute, reason, remedy);
	}

	private List<TriggerProblem> rowNamesOfStatement(TriggerDefinition trigger) {
		boolean wrong = TriggerFeature.ROW_NAMES.usedBy(trigger) && effectiveLevel(trigger) == TriggerLevel.STATEMENT;
		return wrong ? List.of(problem(trigger, "oldRow, newRow", "a statement trigger has no old and new row",
				"declare ROW, or leave the names out")) : List.of();
	}

	static boolean isComplete(TriggerDefinition trigger) {
		return trigger.action() instanceof TriggerAction.CompleteStatement;
	}

	private static UnsupportedDatabaseException unsupported(@Nullable String database,
			Function<TriggerDialect, String> label) {
		return new UnsupportedDatabaseException(String.valueOf(database), all().stream().map(label).toList());
	}

	/** What a database does for a feature. */
	public enum Support {

		/** The database has the feature. */
		NATIVE,

		/** Other SQL keeps the meaning. */
		REWRITTEN,

		/** A definition that asks for the feature is refused. */
		NONE

	}

}
