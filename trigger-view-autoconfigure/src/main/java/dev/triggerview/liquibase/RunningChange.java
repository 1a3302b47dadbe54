package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.triggerview.trigger.HiddenTriggers;
import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.StoredChange;
import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerInventory;
import dev.triggerview.trigger.TriggerStep;
import dev.triggerview.trigger.TriggerStore;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A change that is being made in a database, where what is there can be read. What was
 * there before is kept in the store, so that the change can be rolled back later, by
 * another process, too.
 */
final class RunningChange {

	private final TriggerChange change;

	private final Database database;

	private final TriggerDialect dialect;

	private final Connection connection;

	private final TriggerStore store;

	private final TriggerNames names;

	private final DeclaredBefore before;

	private final @Nullable RelationName table;

	private final StoredChange<KeptTrigger> stored;

	private final Set<String> asked = new LinkedHashSet<>();

	private TriggerInventory inventory;

	/** Of the one declaration that the change makes. */
	private TriggerStore.@Nullable Remembered remembered;

	private RunningChange(TriggerChange change, Database database, JdbcConnection connection) throws SQLException {
		this.change = change;
		this.database = database;
		this.dialect = TriggerDialect.of(database.getShortName());
		this.connection = connection.getUnderlyingConnection();
		this.names = new TriggerNames(database);
		this.before = new DeclaredBefore(change, database);
		this.store = this.names.store();
		if (this.dialect.writesFirst() && LiveDatabase.isLive(database)) {
			writeNothing();
		}
		this.table = change.table(database).orElse(null);
		this.stored = this.store.change(this.connection, change.keyInStore());
		this.inventory = inventoryNow();
	}

	private TriggerInventory inventoryNow() throws SQLException {
		return (this.table != null) ? ofTable(NamesOfTable.now(this.change, this.table, this.database))
				: TriggerInventory.ofTriggers(this.connection, this.store, relation(), this.asked,
						former().orElse(List.of()));
	}

	/** A script may be about a table that it gives its name, too. */
	private TriggerInventory ofTable(RelationName now) throws SQLException {
		return TriggerInventory.ofTable(this.connection, this.store, now).renamed(now, relation());
	}

	private void writeNothing() throws SQLException {
		try (var statement = this.connection.createStatement()) {
			statement.executeUpdate(LiveDatabase.nothingWritten(this.database));
		}
	}

	/** Read what a running change needs to know. */
	static RunningChange of(TriggerChange change, Database database) {
		try {
			return new RunningChange(change, database, (JdbcConnection) database.getConnection());
		}
		catch (SQLException ex) {
			throw failure(change, database, ex);
		}
	}

	private static UnexpectedLiquibaseException failure(TriggerChange change, Database database, SQLException ex) {
		return new UnexpectedLiquibaseException(change.change() + " cannot read the triggers of "
				+ TriggerDialect.of(database.getShortName()).name() + ": " + ex.getMessage(), ex);
	}

	TriggerInventory inventory() {
		return this.inventory;
	}

	/** Return the triggers that stand for a name; none if there are none. */
	List<KeptTrigger> find(String trigger) {
		return find(this.before.names(this.names.object(trigger), relation(), table() != null));
	}

	/** Return the triggers that stand for a declaration, now or after it is made. */
	List<KeptTrigger> find(TriggerDefinition declared) {
		Set<String> all = this.before.names(declared);
		all.addAll(remembered(declared).names());
		return find(all);
	}

	/** A change set that runs on change may have declared other events before. */
	private TriggerStore.Remembered remembered(TriggerDefinition declared) {
		if (this.remembered == null) {
			this.remembered = read(() -> this.store.remembered(this.connection, declared));
		}
		return this.remembered;
	}

	/** Return whether the database itself disables the triggers of a name. */
	boolean areDisabledThere(String trigger) {
		return Stream.concat(find(trigger).stream(), former().stream().flatMap(List::stream))
			.allMatch(this.dialect::disables);
	}

	/** Return the triggers that have their new name already. */
	List<KeptTrigger> findRenamed(RenameTriggerChange renaming) {
		return find(this.before.names(renaming.oldName(this.database), relation(), table() != null)
			.stream()
			.map((name) -> renaming.renamed(this.database, name))
			.toList());
	}

	/** Return the triggers of some names. */
	List<KeptTrigger> find(Collection<String> all) {
		if (table() == null && this.asked.addAll(all)) {
			this.inventory = read(this::inventoryNow);
		}
		return this.inventory.find(all, table());
	}

	/** The table, or any name of its schema. */
	RelationName relation() {
		return (this.table != null) ? this.table
				: this.names.relation(this.change.getCatalogName(), this.change.getSchemaName(), TriggerStore.TABLE);
	}

	/** Return the triggers of a name, of which there must be one. */
	List<KeptTrigger> require(String trigger) {
		List<KeptTrigger> found = find(trigger);
		if (found.isEmpty()) {
			requireSeen(trigger, found);
			throw new UnexpectedLiquibaseException(
					new MissingTrigger(this.change, this.database, this.inventory, schema()).message(trigger));
		}
		return found;
	}

	/** Refuse to take a trigger for one that is not there, because it is not seen. */
	void requireSeen(String trigger, List<KeptTrigger> found) {
		if (found.stream().noneMatch(KeptTrigger::present)) {
			requireSeen(this.before.names(this.names.object(trigger), relation(), table() != null));
		}
	}

	/** Refuse to take a declaration for one that is not there, as it is not seen. */
	void requireSeen(TriggerDefinition declared, List<KeptTrigger> found) {
		if (found.stream().noneMatch(KeptTrigger::present)) {
			requireSeen(this.dialect.triggerNames(declared));
		}
	}

	private void requireSeen(Collection<String> all) {
		read(() -> HiddenTriggers.find(this.connection, relation(), table(), all)).ifPresent((hidden) -> {
			throw new UnexpectedLiquibaseException("%s: nothing was changed, because %s %s has %s"
				.formatted(this.change.change(), this.dialect.name(), this.database.getConnection().getURL(), hidden));
		});
	}

	/** Return the steps that give triggers a name that is free on other tables. */
	List<TriggerStep> rename(List<KeptTrigger> existing, String from, String to) {
		refuseHidden(existing,
				"it cannot be created under another name; nothing was changed. Drop it and create the other one");
		requireFree(existing,
				existing.stream().map((trigger) -> this.dialect.renamed(trigger.name(), from, to)).toList());
		return this.inventory.rename(existing, from, to);
	}

	/**
	 * Refuse names for triggers that those of other tables have: where names belong to
	 * the schema, the creation fails when the trigger that stands for it is gone already.
	 */
	void requireFree(List<KeptTrigger> existing, Collection<String> wanted) {
		if (!this.dialect.triggersBelongToTables()) {
			RelationName own = existing.isEmpty() ? relation() : existing.get(0).table();
			read(() -> new FreeNames(this.change, this.database, this.connection, this.store).taken(own, existing,
					wanted))
				.ifPresent((taken) -> {
					throw new UnexpectedLiquibaseException(taken);
				});
		}
	}

	private TriggerInventory schema() {
		return read(() -> TriggerInventory.ofSchema(this.connection, this.store, relation()));
	}

	/** Return whether the table of the change exists; without one there is no trigger. */
	boolean hasTable() {
		RelationName name = this.table;
		return name == null || read(() -> LiveDatabase.hasTable(this.connection, name));
	}

	/** Refuse to drop what a rollback could not bring back. */
	void requireText(List<KeptTrigger> existing) {
		if (this.change.isRestored()) {
			refuseHidden(existing, "a rollback could not bring it back; nothing was changed. Write a rollback into the"
					+ " change set");
		}
	}

	private void refuseHidden(List<KeptTrigger> existing, String consequence) {
		this.inventory.hidden(existing).ifPresent((reason) -> {
			throw new UnexpectedLiquibaseException(this.change.change() + ": " + reason + ", so that " + consequence);
		});
	}

	/** Return whether triggers are what a declaration became when it was last made. */
	boolean isUnchanged(TriggerDefinition declared, List<KeptTrigger> present) {
		return this.store.isDeclared(remembered(declared), declared, present);
	}

	/**
	 * Return the statements of the change behind those that keep what was there.
	 * @param made what an attempt of the change may have made already
	 */
	SqlStatement[] make(List<KeptTrigger> found, Predicate<KeptTrigger> made, List<TriggerStep> steps) {
		return make(this.stored.keep(found, made), steps);
	}

	/** Return the statements of a change after which the triggers are gone. */
	SqlStatement[] drop(List<KeptTrigger> found, List<TriggerStep> steps) {
		return make(this.stored.keep(found, List.of()), steps);
	}

	/**
	 * Return the statements of a change that makes what a declaration says, with one that
	 * remembers what the declaration has become by then.
	 * @param steps none if the declaration would change nothing
	 */
	SqlStatement[] make(TriggerDefinition declared, List<KeptTrigger> found, List<TriggerStep> steps) {
		if (steps.isEmpty()) {
			return make(this.stored.keep(found, found), steps);
		}
		return make(this.stored.keep(found), steps, TriggerStatements.deferred(this.dialect, () -> {
			List<KeptTrigger> made = RunningChange.of(this.change, this.database).find(declared);
			return Stream.of(this.store.rememberDeclared(declared, made), this.stored.made(found, made))
				.flatMap(List::stream)
				.toList();
		}));
	}

	private SqlStatement[] make(List<String> kept, List<TriggerStep> steps, SqlStatement... further) {
		List<TriggerStep> all = new ArrayList<>();
		if (!isStored()) {
			all.add(TriggerStep.of(this.store.create()));
		}
		all.addAll(this.inventory.completion());
		all.add(TriggerStep.of(kept));
		all.addAll(steps);
		RunningSteps running = new RunningSteps(this.change, this.database);
		return steps.isEmpty() ? running.tell(all, further)
				: running.make(all, () -> storeBefore(kept.isEmpty() ? List.of() : this.stored.restore()), further);
	}

	private Optional<List<String>> storeBefore(List<String> further) throws SQLException {
		return inventoryNow().storeOf(this.inventory)
			.map((kept) -> Stream.concat(kept.stream(), further.stream()).toList());
	}

	/**
	 * Return what was there before the change was made; empty if it was not made by a
	 * connection to the database.
	 */
	Optional<List<KeptTrigger>> former() {
		return this.stored.former();
	}

	/** Return what the store knows of the change. */
	StoredChange<KeptTrigger> stored() {
		return this.stored;
	}

	/**
	 * Return the statements that lead back to what was there before. There is no store
	 * where Liquibase has only marked changes as made. What was there before is forgotten
	 * together with the change set: a process that dies before that repeats the rollback.
	 */
	SqlStatement[] rollBack(List<TriggerStep> steps, List<KeptTrigger> edited) {
		List<TriggerStep> all = new ArrayList<>(this.inventory.completion());
		all.add(TriggerStep.warning(new LostEdit(this.change, this.database).triggers(edited)));
		all.addAll(steps);
		if (!isStored() && all.stream().flatMap((step) -> step.statements().stream()).anyMatch(this.store::isIn)) {
			all.add(0, TriggerStep.of(this.store.create()));
		}
		return new RunningSteps(this.change, this.database).rollBack(all, () -> storeBefore(List.of()));
	}

	/** Return what the store knows of another change. */
	StoredChange<KeptTrigger> stored(TriggerChange other) {
		return read(() -> this.store.change(this.connection, other.keyInStore()));
	}

	boolean isStored() {
		return read(() -> this.store.exists(this.connection));
	}

	private @Nullable String table() {
		return (this.table != null) ? this.table.name() : null;
	}

	private <T> T read(Reading<T> reading) {
		try {
			return reading.read();
		}
		catch (SQLException ex) {
			throw failure(this.change, this.database, ex);
		}
	}

	private interface Reading<T> {

		T read() throws SQLException;

	}

}
