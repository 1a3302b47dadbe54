package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The functions of one database, read afresh at every call. */
public final class FunctionCatalog {

	private FunctionCatalog() {
	}

	/**
	 * Return all functions that a connection sees, ordered by schema, name and argument
	 * types, inside its current transaction and with its settings left as they were; no
	 * aggregates, and none that the database or an extension made for itself. On a
	 * database without functions there are none. However many there are, one query reads
	 * them.
	 * @throws UnsupportedDatabaseException if the database is not supported
	 * @throws TriggerCatalogException if the database cannot be read
	 */
	public static List<Function> functions(Connection connection) {
		return functions(connection, CatalogRestriction.catalog(null));
	}

	/**
	 * Return all functions of a catalog that a connection sees, as
	 * {@link #functions(Connection)} does.
	 * @param catalog a database of the server on MySQL and MariaDB; elsewhere it has to
	 * be {@code null}, for the current one
	 * @throws UnsupportedDatabaseException if the database is not supported
	 * @throws TriggerCatalogException if the database cannot be read
	 */
	public static List<Function> functions(Connection connection, @Nullable String catalog) {
		return functions(connection, CatalogRestriction.catalog(catalog));
	}

	/**
	 * Return the functions of a name with any arguments, as
	 * {@link #functions(Connection)} does, without reading others.
	 * @param name the exact name; in whatever schema if it names none
	 * @throws UnsupportedDatabaseException if the database is not supported
	 * @throws TriggerCatalogException if the database cannot be read
	 */
	public static List<Function> functions(Connection connection, RelationName name) {
		return functions(connection, CatalogRestriction.function(name)).stream()
			.filter((function) -> name.isSame(function.name()))
			.toList();
	}

	/**
	 * Return what has a name that a function could have and is none: an aggregate, a
	 * procedure or what belongs to an extension; empty if there is nothing.
	 * @param name the exact name; in whatever schema if it names none
	 * @throws UnsupportedDatabaseException if the database is not supported
	 * @throws TriggerCatalogException if the database cannot be read
	 */
	public static Optional<Other> other(Connection connection, RelationName name) {
		String database = "the database";
		try {
			TriggerDialect dialect = TriggerDialect.of(connection);
			database = dialect.name();
			return FunctionDialect.of(dialect.shortName()).isPresent() ? other(connection, dialect, name)
					: Optional.empty();
		}
		catch (SQLException ex) {
			throw new TriggerCatalogException(database, ex);
		}
	}

	private static Optional<Other> other(Connection connection, TriggerDialect dialect, RelationName name)
			throws SQLException {
		String sql = CatalogQuery.resource("routine/" + dialect.shortName() + ".sql");
		try (PreparedStatement statement = CatalogRestriction.function(name).prepare(connection, sql, " = ?");
				ResultSet result = statement.executeQuery()) {
			return result.next()
					? Optional
						.of(new Other(result.getString("kind").strip(), result.getString("drop_statement").strip()))
					: Optional.empty();
		}
	}

	private static List<Function> functions(Connection connection, CatalogRestriction restriction) {
		String database = "the database";
		try {
			TriggerDialect dialect = TriggerDialect.of(connection);
			database = dialect.name();
			Optional<FunctionDialect> functions = FunctionDialect.of(dialect.shortName());
			return functions.isPresent()
					? withDisabledCallers(connection, dialect, read(connection, functions.get(), restriction))
					: List.of();
		}
		catch (SQLException ex) {
			throw new TriggerCatalogException(database, ex);
		}
	}

	private static List<Function> read(Connection connection, FunctionDialect dialect, CatalogRestriction restriction)
			throws SQLException {
		try (SearchPath path = dialect.triggers().catalog().qualifyNames(connection)) {
			String sql = CatalogQuery.resource("function/" + dialect.triggers().shortName() + ".sql");
			List<Function> functions = new ArrayList<>();
			for (FunctionRow row : rows(connection, sql, restriction).values()) {
				functions.add(dialect.original(connection, row.function()));
			}
			return functions.stream().sorted().toList();
		}
	}

	/** A trigger that only our store has still owns its function. */
	private static List<Function> withDisabledCallers(Connection connection, TriggerDialect dialect,
			List<Function> functions) throws SQLException {
		if (functions.stream().noneMatch(FunctionCatalog::isLeftBehind)) {
			return functions;
		}
		List<KeptTrigger> kept = TriggerStore.allKept(dialect, connection);
		return functions.stream()
			.map((function) -> isLeftBehind(function) ? function.withCallers(callers(function, kept)) : function)
			.toList();
	}

	private static boolean isLeftBehind(Function function) {
		return function.generated() && function.callers().isEmpty();
	}

	private static List<Function.Caller> callers(Function function, List<KeptTrigger> kept) {
		return kept.stream()
			.filter((trigger) -> trigger.trigger()
				.function()
				.filter((name) -> name.name().equals(function.name().name())
						&& Objects.equals(name.schema(), function.name().schema()))
				.isPresent())
			.map((trigger) -> new Function.Caller(RelationName.of(trigger.table().schema(), trigger.table().name()),
					trigger.name()))
			.toList();
	}

	private static Map<String, FunctionRow> rows(Connection connection, String sql, CatalogRestriction restriction)
			throws SQLException {
		Map<String, FunctionRow> rows = new LinkedHashMap<>();
		try (PreparedStatement statement = restriction.prepare(connection, sql, " = ?");
				ResultSet result = statement.executeQuery()) {
			while (result.next()) {
				FunctionRow row = FunctionRow.of(result);
				rows.merge(row.key(), row, FunctionRow::plus);
			}
		}
		return rows;
	}

	/**
	 * What is no function that changes are about.
	 *
	 * @param kind what it is, such as {@code an aggregate}
	 * @param drop the first words of the statement that drops it
	 */
	public record Other(String kind, String drop) {

		/** Return whether a statement that is to drop a function would drop it. */
		public boolean isDroppedAsFunction() {
			return this.drop.equals("DROP FUNCTION");
		}

	}

}
