package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

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
		return followRenamingOf(dialect, store, of(connection, store, relation), renamed);
	}

	/**
	 * Return the statements by which what is kept of some triggers of one table or view
	 * follows it to a new name.
	 */
	public static List<String> followRenamingOf(TriggerDialect dialect, TriggerStore store, List<KeptTrigger> triggers,
			RelationName renamed) {
		return triggers.stream().flatMap((trigger) -> followed(dialect, store, trigger, renamed)).toList();
	}

	private static Stream<String> followed(TriggerDialect dialect, TriggerStore store, KeptTrigger trigger,
			RelationName renamed) {
		KeptTrigger moved = dialect.onto(trigger, renamed);
		return Stream
			.of(Stream.of(store.forget(trigger)), store.keep(moved).stream(),
					dialect.followKept(trigger, moved).stream())
			.flatMap((statements) -> statements);
	}

	/**
	 * Return the statements by which a script undoes a renaming that is still to be made:
	 * what is kept by then is forgotten, and what is kept now comes back.
	 * @param relation the name that the table or view has by then
	 * @param renamed the name that it has now
	 * @param touched the names of triggers that may be kept by then
	 * @throws SQLException if the store cannot be read
	 */
	public static List<String> leadBack(Connection connection, TriggerStore store, RelationName relation,
			RelationName renamed, Collection<String> touched) throws SQLException {
		TriggerDialect dialect = TriggerDialect.of(connection);
		List<KeptTrigger> all = store.exists(connection) ? store.kept(connection) : List.of();
		return Stream.concat(
				Stream.concat(all.stream().map(KeptTrigger::name), touched.stream())
					.distinct()
					.map((name) -> store.forget(name, relation)),
				kept(connection, dialect, store, renamed)
					.flatMap((trigger) -> Stream.concat(store.keep(trigger).stream(),
							dialect.followKept(dialect.onto(trigger, relation), trigger).stream())))
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

	/** Return the statements that forget what is kept of some triggers. */
	public static List<String> forget(TriggerStore store, List<KeptTrigger> triggers) {
		return triggers.stream().map(store::forget).toList();
	}

	/**
	 * Return what is kept of the triggers of a table or view.
	 * @throws SQLException if the store cannot be read
	 */
	public static List<KeptTrigger> of(Connection connection, TriggerStore store, RelationName relation)
			throws SQLException {
		return kept(connection, TriggerDialect.of(connection), store, relation).toList();
	}

	private static Stream<KeptTrigger> kept(Connection connection, TriggerDialect dialect, TriggerStore store,
			RelationName relation) throws SQLException {
		List<KeptTrigger> kept = store.exists(connection) ? store.kept(connection, relation.name()) : List.of();
		return kept.stream()
			.filter((trigger) -> isBeside(dialect, relation, trigger.table())
					&& dialect.isSameName(relation.name(), trigger.table().name()));
	}

	/** Return whether two tables or views are in one schema, as far as that is known. */
	static boolean isBeside(TriggerDialect dialect, RelationName wanted, RelationName actual) {
		return isOrAny(dialect, wanted.schema(), actual.schema())
				&& isOrAny(dialect, wanted.catalog(), actual.catalog());
	}

	private static boolean isOrAny(TriggerDialect dialect, @Nullable String wanted, @Nullable String actual) {
		return wanted == null || actual == null || dialect.isSameName(wanted, actual);
	}

}
