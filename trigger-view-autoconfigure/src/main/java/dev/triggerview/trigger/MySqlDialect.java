package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** MySQL 8.4 manual, CREATE TRIGGER: one event, rows only, tables only, no condition. */
sealed class MySqlDialect extends TriggerDialect permits MariaDbDialect {

	/** The definer on a server that runs without accounts; no statement can name it. */
	private static final String NO_ACCOUNT = "@";

	/** ER_SPECIFIC_ACCESS_DENIED_ERROR. */
	private static final int PRIVILEGE_NEEDED = 1227;

	/** ER_TRG_DOES_NOT_EXIST. */
	private static final int NO_TRIGGER = 1360;

	/** ER_TABLEACCESS_DENIED_ERROR and ER_COLUMNACCESS_DENIED_ERROR. */
	private static final Set<Integer> TABLE_ACCESS_DENIED = Set.of(1142, 1143);

	@Override
	public String name() {
		return "MySQL";
	}

	@Override
	public String shortName() {
		return "mysql";
	}

	@Override
	public String delimiter() {
		return "//";
	}

	@Override
	public String quote(String identifier) {
		return '`' + identifier.replace("`", "``") + '`';
	}

	/** The client cuts at each delimiter, so that it must not occur in the statement. */
	@Override
	public String scripted(String statement) {
		String delimiter = "//";
		while (statement.contains(delimiter)) {
			delimiter += "/";
		}
		return "DELIMITER " + delimiter + "\n" + statement + "\n" + delimiter + "\nDELIMITER ;";
	}

	@Override
	Set<TriggerFeature> features() {
		return EnumSet.of(TriggerFeature.BEFORE, TriggerFeature.ROW_LEVEL, TriggerFeature.FOLLOWS,
				TriggerFeature.PRECEDES, TriggerFeature.DEFINER);
	}

	@Override
	Set<TriggerFeature> rewritten() {
		return EnumSet.of(TriggerFeature.SEVERAL_EVENTS, TriggerFeature.UPDATE_COLUMNS, TriggerFeature.WHEN,
				TriggerFeature.DISABLED);
	}

	/** A trigger without a place of its own runs last. */
	@Override
	CreateStatement placed(CreateStatement create, KeptTrigger trigger, Collection<String> present) {
		return Stream
			.concat(first("FOLLOWS", trigger.predecessors(), present), first("PRECEDES", trigger.successors(), present))
			.findFirst()
			.map((place) -> create.afterLevel(place, "FOLLOWS", "PRECEDES"))
			.orElse(create);
	}

	/** The server looks for it with each part of a trigger. */
	@Override
	boolean findsNeighbours() {
		return true;
	}

	private Stream<String> first(String word, List<String> neighbours, Collection<String> present) {
		return neighbours.stream().filter(present::contains).limit(1).map((name) -> word + " " + quote(name));
	}

	/** The text means what it meant under the settings that it was created with. */
	@Override
	List<String> assembled(KeptTrigger trigger, CreateStatement create) {
		return trigger.trigger()
			.sqlMode()
			.map((mode) -> List.of("SET @trigger_view_sql_mode = @@sql_mode", "SET sql_mode = " + literal(mode),
					create.sql(), "SET sql_mode = @trigger_view_sql_mode"))
			.orElseGet(() -> super.assembled(trigger, create));
	}

	@Override
	List<String> restoreSession() {
		return List.of("SET sql_mode = COALESCE(@trigger_view_sql_mode, @@sql_mode)");
	}

	/** Each statement on a trigger commits, and a lock of tables outlives that. */
	@Override
	Optional<TableLock> lock(KeptTrigger trigger) {
		return Optional.of(new LockTables(qualified(trigger.table())));
	}

	/**
	 * The driver lists a table with any right on it; only a query of the table itself
	 * tells.
	 */
	@Override
	List<RelationName> readable(Connection connection, List<RelationName> tables) throws SQLException {
		List<RelationName> readable = new ArrayList<>();
		for (RelationName table : tables) {
			if (mayRead(connection, table)) {
				readable.add(table);
			}
		}
		return readable;
	}

	private boolean mayRead(Connection connection, RelationName table) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("SELECT 1 FROM " + qualified(table) + " LIMIT 0");
			return true;
		}
		catch (SQLException ex) {
			if (TABLE_ACCESS_DENIED.contains(ex.getErrorCode())) {
				return false;
			}
			throw ex;
		}
	}

	/**
	 * MySQL 8.4 manual, The INFORMATION_SCHEMA TRIGGERS Table: it has those of tables on
	 * which the account has the TRIGGER privilege. This statement tells of others, too.
	 */
	@Override
	boolean hides(Connection connection, RelationName trigger) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("SHOW CREATE TRIGGER " + qualified(trigger));
			return false;
		}
		catch (SQLException ex) {
			if (ex.getErrorCode() != PRIVILEGE_NEEDED && ex.getErrorCode() != NO_TRIGGER) {
				throw ex;
			}
			return ex.getErrorCode() == PRIVILEGE_NEEDED;
		}
	}

	@Override
	String rightToSee(Connection connection, RelationName trigger, @Nullable String table) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet user = statement.executeQuery("SELECT CURRENT_USER()")) {
			user.next();
			return "GRANT TRIGGER ON " + qualifier(trigger) + ((table != null) ? quote(table) : "*") + " TO "
					+ account(user.getString(1));
		}
	}

	@Override
	public boolean isSameName(String first, String second) {
		return first.equalsIgnoreCase(second);
	}

	/**
	 * Liquibase supposes lower case for its own names, and writes those of a changelog as
	 * they are there.
	 */
	@Override
	public String folded(@Nullable Connection connection, String name, String corrected) {
		return (connection == null) ? name : corrected;
	}

	@Override
	NameLimit nameLimit() {
		return NameLimit.characters(64);
	}

	/** A schema of Liquibase's is a catalog here. */
	@Override
	public RelationName inSchema(@Nullable String schema, String name) {
		return new RelationName(schema, null, name);
	}

	@Override
	String qualifier(RelationName name) {
		String database = (name.catalog() != null) ? name.catalog() : name.schema();
		return (database != null) ? quote(database) + "." : "";
	}

	@Override
	String statement(TriggerDefinition trigger, String action) {
		String statement = super.statement(trigger, action);
		return (trigger.definer() != null && !trigger.definer().equals(NO_ACCOUNT))
				? "CREATE DEFINER=" + account(trigger.definer()) + statement.substring("CREATE".length()) : statement;
	}

	@Override
	String level(TriggerDefinition trigger) {
		String order = (trigger.order().follows() != null) ? " FOLLOWS " + quote(trigger.order().follows())
				: (trigger.order().precedes() != null) ? " PRECEDES " + quote(trigger.order().precedes()) : "";
		return "FOR EACH ROW" + order;
	}

	@Override
	String action(TriggerDefinition trigger) {
		List<String> conditions = Stream.of(changed(trigger), condition(trigger))
			.filter((condition) -> !condition.isEmpty())
			.toList();
		if (conditions.isEmpty()) {
			return super.action(trigger);
		}
		return "BEGIN\nIF " + String.join(" AND ", conditions) + " THEN\n" + text(super.action(trigger)).terminated()
				+ "\nEND IF;\nEND";
	}

	/** MySQL 8.4 manual, Schema Object Names. */
	@Override
	Optional<String> nameProblem(String name) {
		if (name.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
			return Optional.of("has a character beyond U+FFFF");
		}
		return name.endsWith(" ") ? Optional.of("ends with a blank") : super.nameProblem(name);
	}

	@Override
	CatalogQuery catalog() {
		return new MySqlCatalogQuery(this);
	}

	@Override
	SqlText text(String text) {
		return new SqlText(text, SqlSyntax.MYSQL);
	}

	@Override
	public List<TriggerProblem> caveats(TriggerDefinition trigger) {
		boolean compared = !trigger.updateColumns().isEmpty() && !isComplete(trigger);
		return compared ? List.of(problem(trigger, "updateColumns",
				"the server does not tell which columns a statement assigns, so that an assignment of the value that"
						+ " is there already does not fire the trigger",
				"leave the columns out if it has to fire")) : List.of();
	}

	private String condition(TriggerDefinition trigger) {
		return (trigger.when() != null) ? "(" + ended(trigger.when()) + ")" : "";
	}

	/**
	 * The server does not tell which columns a statement names, so that the condition
	 * compares values; as binary, because a collation may find 'a' and 'A' equal.
	 */
	private String changed(TriggerDefinition trigger) {
		return trigger.updateColumns()
			.stream()
			.map(this::quote)
			.map((column) -> "CAST(OLD.%1$s AS BINARY) <=> CAST(NEW.%1$s AS BINARY)".formatted(column))
			.collect(Collectors.collectingAndThen(Collectors.joining(" AND "),
					(unchanged) -> unchanged.isEmpty() ? "" : "NOT (" + unchanged + ")"));
	}

	private String account(String definer) {
		int at = definer.lastIndexOf('@');
		return (at < 0) ? definer : quote(definer.substring(0, at)) + "@" + quote(definer.substring(at + 1));
	}

}
