package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL 18, CREATE TRIGGER. A trigger calls a function; a body becomes one that
 * bears our mark in its comment and is dropped with its trigger.
 */
final class PostgreSqlDialect extends TriggerDialect {

	@Override
	public String name() {
		return "PostgreSQL";
	}

	@Override
	public String shortName() {
		return "postgresql";
	}

	@Override
	public TriggeredRows triggeredRows() {
		return TriggeredRows.COUNTED;
	}

	@Override
	public boolean runsSeveralAtOnce() {
		return true;
	}

	@Override
	Set<TriggerFeature> features() {
		return EnumSet.complementOf(EnumSet.of(TriggerFeature.COMPOUND, TriggerFeature.ROW_NAMES,
				TriggerFeature.FOLLOWS, TriggerFeature.PRECEDES, TriggerFeature.JAVA_CLASS, TriggerFeature.DEFINER));
	}

	@Override
	String fold(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	@Override
	SqlText text(String text) {
		return new SqlText(text, SqlSyntax.POSTGRESQL);
	}

	@Override
	String bodyCode(String quoted) {
		String tag = quoted.substring(0, quoted.indexOf('$', 1) + 1);
		String body = quoted.substring(tag.length(), Math.max(tag.length(), quoted.length() - tag.length()));
		return text(body).code((literal) -> literal).collect(Collectors.joining(" ", tag, tag));
	}

	@Override
	NameLimit nameLimit() {
		return NameLimit.bytes(63);
	}

	@Override
	List<TriggerProblem> furtherProblems(TriggerDefinition trigger) {
		return new PostgreSqlRules(this, trigger).problems();
	}

	@Override
	List<String> render(TriggerDefinition trigger) {
		return Stream.concat(function(trigger).stream(), super.render(trigger).stream()).toList();
	}

	private List<String> function(TriggerDefinition trigger) {
		return (trigger.action() instanceof TriggerAction.Body) ? new PostgreSqlFunction(this, trigger).statements()
				: List.of();
	}

	@Override
	KeptTrigger declaredPart(TriggerDefinition part) {
		RelationName function = (part.action() instanceof TriggerAction.FunctionCall call) ? call.function()
				: (part.action() instanceof TriggerAction.Body) ? new PostgreSqlFunction(this, part).name() : null;
		return KeptTrigger.declared(part, effectiveLevel(part), completeStatement(part), function(part), function);
	}

	/**
	 * A replaced trigger is enabled until the next statement, and no writer may see that.
	 */
	@Override
	List<String> replaced(KeptTrigger old, KeptTrigger trigger, Collection<String> present) {
		CreateStatement create = new CreateStatement(trigger.trigger().definition());
		boolean constraint = old.trigger().constraint().isPresent() || trigger.trigger().constraint().isPresent();
		Stream<String> drop = constraint
				? Stream.of("DROP TRIGGER IF EXISTS " + quote(old.name()) + " ON " + relation(old.table()))
				: Stream.of();
		List<String> statements = Stream
			.of(drop, Stream.of((constraint ? create : create.orReplace("OR REPLACE")).sql()),
					forgottenRemarks(old, trigger), afterCreate(trigger.definition()).stream())
			.flatMap((part) -> part)
			.toList();
		Stream<String> atOnce = (statements.size() == 1) ? statements.stream()
				: Stream.of(PostgreSqlFunction.atOnce(this, statements));
		return Stream.of(function(old, trigger), atOnce, unusedFunction(old, trigger)).flatMap((part) -> part).toList();
	}

	/** A function that is replaced belongs to whom it does. */
	private Stream<String> function(KeptTrigger old, KeptTrigger trigger) {
		boolean replaced = old.present() && old.callsFunctionOf(trigger);
		return replaced ? trigger.function().stream().filter((part) -> !PostgreSqlRights.isDeclared(part))
				: PostgreSqlRights.expanded(this, trigger);
	}

	/** A replaced trigger keeps its comment, which that of before may not have had. */
	private Stream<String> forgottenRemarks(KeptTrigger old, KeptTrigger trigger) {
		return (old.trigger().remarks().isPresent() && trigger.trigger().remarks().isEmpty())
				? Stream
					.of("COMMENT ON TRIGGER " + quote(trigger.name()) + " ON " + relation(trigger.table()) + " IS NULL")
				: Stream.of();
	}

	private Stream<String> unusedFunction(KeptTrigger old, KeptTrigger trigger) {
		return old.trigger()
			.function()
			.filter((function) -> !old.function().isEmpty()
					&& trigger.trigger().function().filter(function::equals).isEmpty())
			.stream()
			.map((function) -> PostgreSqlFunction.dropUnused(this, function));
	}

	@Override
	public List<String> setState(String trigger, RelationName table, TriggerState state) {
		String mode = switch (state) {
			case DISABLED -> "DISABLE";
			case ENABLED -> "ENABLE";
			default -> "ENABLE " + state;
		};
		return List.of("ALTER TABLE " + relation(table) + " " + mode + " TRIGGER " + quote(trigger));
	}

	/** ALTER TABLE disables no trigger of a view. */
	@Override
	boolean disables(TriggerTiming timing, RelationKind kind) {
		return timing != TriggerTiming.INSTEAD_OF && kind != RelationKind.VIEW;
	}

	@Override
	boolean keepsDisabled() {
		return true;
	}

	/** The function stays: comparisons of databases find it in the catalog. */
	@Override
	List<String> dropKept(KeptTrigger trigger) {
		return List.of("DROP TRIGGER IF EXISTS " + quote(trigger.name()) + " ON " + relation(trigger.table()));
	}

	@Override
	List<String> besideKept(KeptTrigger trigger) {
		return PostgreSqlRights.expanded(this, trigger).toList();
	}

	@Override
	List<String> dropBeside(KeptTrigger trigger) {
		return trigger.function().isEmpty() ? List.of()
				: trigger.trigger()
					.function()
					.stream()
					.map((function) -> PostgreSqlFunction.dropUnused(this, function))
					.toList();
	}

	@Override
	List<String> followKept(KeptTrigger trigger, KeptTrigger moved) {
		return PostgreSqlFunction.follow(this, trigger, moved);
	}

	@Override
	KeptTrigger onto(KeptTrigger trigger, RelationName renamed) {
		return PostgreSqlFunction.renamed(this, super.onto(trigger, renamed), trigger);
	}

	@Override
	KeptTrigger renamedKept(KeptTrigger trigger, String name) {
		return PostgreSqlFunction.renamed(this, super.renamedKept(trigger, name), trigger);
	}

	@Override
	List<RelationName> readable(Connection connection, List<RelationName> tables) throws SQLException {
		if (tables.isEmpty()) {
			return tables;
		}
		String query = "SELECT n.nspname FROM pg_catalog.pg_class c"
				+ " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
				+ " WHERE pg_catalog.lower(c.relname) = pg_catalog.lower(?)"
				+ " AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')"
				+ " AND pg_catalog.has_table_privilege(c.oid, 'SELECT')";
		Set<String> schemas = new HashSet<>();
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, tables.get(0).name());
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					schemas.add(rows.getString(1));
				}
			}
		}
		return tables.stream().filter((table) -> schemas.contains(table.schema())).toList();
	}

	@Override
	public List<String> rename(String trigger, RelationName table, String newName) {
		return List.of(PostgreSqlFunction.renameWithTrigger(this, trigger, table, newName));
	}

	@Override
	Map<RelationName, List<String>> functions(Connection connection, List<Trigger> triggers) throws SQLException {
		return PostgreSqlFunction.read(this, connection, triggers);
	}

	@Override
	List<String> followRenaming(Connection connection, RelationName relation, RelationName renamed)
			throws SQLException {
		List<Trigger> triggers = catalog().read(connection, CatalogRestriction.table(relation));
		return PostgreSqlFunction.followRenaming(this, triggers, functions(connection, triggers).keySet(), renamed);
	}

	@Override
	public List<String> followRenaming(RelationName relation, RelationName renamed) {
		return List.of(PostgreSqlFunction.followRenaming(this, relation, renamed));
	}

	@Override
	String statement(TriggerDefinition trigger, String action) {
		String statement = super.statement(trigger, action);
		return (trigger.constraint() != null) ? statement.replaceFirst("^CREATE", "CREATE CONSTRAINT") : statement;
	}

	@Override
	public boolean triggersBelongToTables() {
		return true;
	}

	/** A trigger has no schema of its own: it is a part of its table. */
	@Override
	String triggerName(TriggerDefinition trigger) {
		return quote(trigger.name());
	}

	@Override
	public String inSchemaOf(RelationName table, String statement) {
		return new CreateStatement(statement).qualifiedTable(qualifier(table)).sql();
	}

	@Override
	String referencing(TriggerDefinition trigger) {
		TransitionNames names = trigger.transitions();
		String deferral = (trigger.constraint() != null) ? deferral(trigger.constraint()) : "";
		String tables = (names.oldTable() != null) ? " OLD TABLE AS " + quote(names.oldTable()) : "";
		tables += (names.newTable() != null) ? " NEW TABLE AS " + quote(names.newTable()) : "";
		return tables.isEmpty() ? deferral : (deferral + "\nREFERENCING" + tables).strip();
	}

	private static String deferral(TriggerConstraint constraint) {
		return switch (constraint) {
			case NOT_DEFERRABLE -> "NOT DEFERRABLE";
			case INITIALLY_IMMEDIATE -> "DEFERRABLE INITIALLY IMMEDIATE";
			case INITIALLY_DEFERRED -> "DEFERRABLE INITIALLY DEFERRED";
		};
	}

	@Override
	String action(TriggerDefinition trigger) {
		if (trigger.action() instanceof TriggerAction.FunctionCall call) {
			String arguments = call.arguments().stream().map(this::escaped).collect(Collectors.joining(", "));
			return "EXECUTE FUNCTION " + qualified(call.function()) + "(" + arguments + ")";
		}
		return "EXECUTE FUNCTION " + qualified(new PostgreSqlFunction(this, trigger).name()) + "()";
	}

	/** A literal that means the same whether or not backslashes are escapes. */
	final String escaped(String text) {
		return text.contains("\\") ? "E" + literal(text.replace("\\", "\\\\")) : literal(text);
	}

	@Override
	List<String> afterCreate(TriggerDefinition trigger) {
		List<String> statements = new ArrayList<>();
		if (trigger.remarks() != null) {
			statements.add("COMMENT ON TRIGGER " + quote(trigger.name()) + " ON " + relation(trigger.table()) + " IS "
					+ escaped(trigger.remarks()));
		}
		if (trigger.state() != TriggerState.ENABLED) {
			statements.addAll(setState(trigger.name(), trigger.table(), trigger.state()));
		}
		return statements;
	}

	@Override
	List<String> dropOne(String trigger, RelationName table) {
		return List.of(PostgreSqlFunction.dropWithTrigger(this, trigger, table));
	}

	@Override
	CatalogQuery catalog() {
		return new PostgreSqlCatalogQuery(this);
	}

}
