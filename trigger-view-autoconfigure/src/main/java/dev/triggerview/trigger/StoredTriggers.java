package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What our store has of the triggers of a table or view: it follows statements on those,
 * as the triggers that are there do.
 */
public final class StoredTriggers {

	private StoredTriggers() {
	}

	/**
	 * Return the statements by which what is kept of the triggers of a table or view, and
	 * the functions that were created with them, follow it to a new name.
	 * @throws SQLException if the database or the store cannot be read
	 */
	public static List<String> followRenaming(Connection connection, TriggerStore store, RelationName relation,
			RelationName renamed) throws SQLException {
		return Stream
			.concat(TriggerDialect.of(connection).followRenaming(connection, relation, renamed).stream(),
					followRenamingOfKept(connection, store, relation, renamed).stream())
			.toList();
	}

	/**
	 * Return the statements by which what is kept of the triggers of a table or view
	 * follows it to a new name.
	 * @throws SQLException if the store cannot be read
	 */
	public static List<String> followRenamingOfKept(Connection connection, TriggerStore store, RelationName relation,
			RelationName renamed) throws SQLException {
		TriggerDialect dialect = TriggerDialect.of(connection);
		return kept(connection, dialect, store, relation)
			.flatMap((trigger) -> Stream.concat(Stream.of(store.forget(trigger)),
					store.keep(trigger.at(trigger.table().sibling(renamed.name()), on(dialect, trigger, renamed)))
						.stream()))
			.toList();
	}

	/**
	 * Return the statements by which what is kept of the triggers of a table or view goes
	 * with it, as the triggers that are there do.
	 * @throws SQLException if the database or the store cannot be read
	 */
	public static List<String> forget(Connection connection, TriggerStore store, RelationName relation)
			throws SQLException {
		return kept(connection, TriggerDialect.of(connection), store, relation).map(store::forget).toList();
	}

	private static Stream<KeptTrigger> kept(Connection connection, TriggerDialect dialect, TriggerStore store,
			RelationName relation) throws SQLException {
		List<KeptTrigger> kept = store.exists(connection) ? store.kept(connection, relation.name()) : List.of();
		return kept.stream()
			.filter((trigger) -> TriggerInventory.isBeside(dialect, relation, trigger.table())
					&& dialect.isSameName(relation.name(), trigger.table().name()));
	}

	private static String on(TriggerDialect dialect, KeptTrigger trigger, RelationName relation) {
		return new CreateStatement(trigger.trigger().definition()).on(dialect.quote(relation.name())).sql();
	}

}
