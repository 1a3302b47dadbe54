package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Triggers that a database has and an account does not see: the catalogs of MySQL and
 * MariaDB leave them out without a word, so that they look as if they were not there.
 */
public final class HiddenTriggers {

	private HiddenTriggers() {
	}

	/**
	 * Return what to tell of the first trigger that an account does not see, with the
	 * statement that lets it; empty if there is none.
	 * @param any any object of the schema
	 * @param table the table whose triggers the account should see, {@code null} for all
	 * @throws SQLException if the database cannot be asked
	 */
	public static Optional<String> find(Connection connection, RelationName any, @Nullable String table,
			Collection<String> names) throws SQLException {
		TriggerDialect dialect = TriggerDialect.of(connection);
		for (String name : names) {
			RelationName trigger = any.sibling(name);
			if (dialect.hides(connection, trigger)) {
				return Optional.of("a trigger %s that this account does not see. %s lets it".formatted(name,
						dialect.rightToSee(connection, trigger, table)));
			}
		}
		return Optional.empty();
	}

}
