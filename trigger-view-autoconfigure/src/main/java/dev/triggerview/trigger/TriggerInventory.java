package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The triggers that a schema and our store have at one moment, and the steps from them to
 * others. Every change of a trigger is a step from the triggers that stand for it to
 * those that shall: a drop to none, a restoration to the former ones.
 *
 * <p>
 * Where the database has no statement for a change, a trigger is kept in the store before
 * it is dropped, so that a crash loses nothing: what is kept and not meant to be disabled
 * is created again by the next change.
 */
public final class TriggerInventory {

	private final TriggerDialect dialect;

	private final TriggerStore store;

	private final List<KeptTrigger> triggers;

	private final List<KeptTrigger> leftovers;

	private final List<String> completion;

	private final boolean placeable;

	TriggerInventory(TriggerDialect dialect, TriggerStore store, Collection<KeptTrigger> triggers) {
		this(dialect, store, triggers, List.of(), List.of(), true);
	}

	/**
	 * Create an inventory.
	 * @param leftovers what a change that failed, or a creation by other means, has left
	 * in the store of triggers that are there
	 * @param completion what has to be done before the triggers are there
	 * @param placeable whether the session may name triggers to put others behind
	 */
	private TriggerInventory(TriggerDialect dialect, TriggerStore store, Collection<KeptTrigger> triggers,
			Collection<KeptTrigger> leftovers, List<String> completion, boolean placeable) {
		this.completion = completion;
		this.placeable = placeable;
		this.dialect = dialect;
		this.store = store;
		this.triggers = List.copyOf(triggers);
		this.leftovers = List.copyOf(leftovers);
	}

	/**
	 * Read the triggers of a table.
	 * @throws SQLException if the database or the store cannot be read
	 */
	public static TriggerInventory ofTable(Connection connection, TriggerStore store, RelationName table)
			throws SQLException {
		TriggerDialect dialect = TriggerDialect.of(connection);
		List<KeptTrigger> kept = store.exists(connection) ? store.kept(connection, table.name()) : List.of();
		return of(connection, store, table, dialect.catalog().read(connection, CatalogRestriction.table(table)), kept);
	}

	/**
	 * Read the triggers of some names in the schema of any object, and those beside them
	 * on the same tables.
	 * @param former others that may come back, of whose tables all are read, too
	 * @throws SQLException if the database or the store cannot be read
	 */
	public static TriggerInventory ofTriggers(Connection connection, TriggerStore store, RelationName any,
			Collection<String> names, Collection<KeptTrigger> former) throws SQLException {
		CatalogQuery catalog = TriggerDialect.of(connection).catalog();
		Set<String> tables = new LinkedHashSet<>();
		former.forEach((trigger) -> tables.add(trigger.table().name()));
		for (String name : names) {
			catalog.read(connection, CatalogRestriction.trigger(any.sibling(name)))
				.forEach((trigger) -> tables.add(trigger.table().name()));
		}
		List<Trigger> present = new ArrayList<>();
		for (String table : tables) {
			present.addAll(catalog.read(connection, CatalogRestriction.table(any.sibling(table))));
		}
		return of(connection, store, any, present, store.exists(connection) ? store.kept(connection) : List.of());
	}

	/**
	 * Read all triggers in the schema of any object.
	 * @throws SQLException if the database or the store cannot be read
	 */
	public static TriggerInventory ofSchema(Connection connection, TriggerStore store, RelationName any)
			throws SQLException {
		return of(connection, store, any,
				TriggerDialect.of(connection).catalog().read(connection, CatalogRestriction.schema(any)),
				store.exists(connection) ? store.kept(connection) : List.of());
	}

	private static TriggerInventory of(Connection connection, TriggerStore store, RelationName any,
			List<Trigger> catalog, List<KeptTrigger> allKept) throws SQLException {
		TriggerDialect dialect = TriggerDialect.of(connection);
		List<KeptTrigger> kept = allKept.stream()
			.filter((trigger) -> StoredTriggers.isBeside(dialect, any, trigger.table()))
			.toList();
		Map<RelationName, List<String>> functions = dialect.functions(connection, catalog);
		boolean placeable = dialect.places(connection, any);
		Deputies deputies = Deputies.of(dialect, store, catalog, kept, placeable);
		List<Trigger> present = deputies.triggers();
		FiringOrder order = new FiringOrder(present, kept);
		Predicate<String> stays = (name) -> !dialect.isDeputy(name);
		Stream<KeptTrigger> live = present.stream()
			.map((trigger) -> new KeptTrigger(trigger, true,
					trigger.function().map((name) -> functions.getOrDefault(name, List.of())).orElse(List.of()),
					order.predecessors(trigger).stream().filter(stays).toList(),
					order.successors(trigger).stream().filter(stays).toList()));
		Predicate<KeptTrigger> isPresent = (trigger) -> present.stream().anyMatch(trigger::isOf);
		Stream<KeptTrigger> absent = kept.stream().filter(isPresent.negate());
		return new TriggerInventory(dialect, store, Stream.concat(live, absent).toList(),
				kept.stream().filter(isPresent).toList(), deputies.statements(), placeable);
	}

	/** Return the triggers of a table or view as they are when it gets another name. */
	public TriggerInventory renamed(RelationName relation, RelationName renamed) {
		UnaryOperator<KeptTrigger> onto = (kept) -> this.dialect.onto(kept, renamed);
		return relation.equals(renamed) ? this
				: new TriggerInventory(this.dialect, this.store, this.triggers.stream().map(onto).toList(),
						this.leftovers.stream().map(onto).toList(), this.completion, this.placeable);
	}

	/**
	 * Return the steps that finish what changes of any trigger of the table have left
	 * that were interrupted. All others suppose that they have been made.
	 */
	public List<TriggerStep> completion() {
		return steps(this.completion);
	}

	/** Return the names of all triggers. */
	public List<String> names() {
		return this.triggers.stream().map(KeptTrigger::name).distinct().sorted().toList();
	}

	/**
	 * Return the triggers of some names, on a table or on any one if it is null. Names in
	 * another case are the same only where there are none in this case: MySQL keeps both.
	 */
	public List<KeptTrigger> find(Collection<String> names, @Nullable String table) {
		List<KeptTrigger> exact = find(names, table, String::equals);
		return exact.isEmpty() ? find(names, table, this.dialect::isSameName) : exact;
	}

	private List<KeptTrigger> find(Collection<String> names, @Nullable String table, BiPredicate<String, String> same) {
		return this.triggers.stream()
			.filter((kept) -> names.stream().anyMatch((name) -> same.test(name, kept.name())))
			.filter((kept) -> table == null || same.test(table, kept.table().name()))
			.toList();
	}

	/**
	 * Return the steps that replace triggers, which may be none, by a definition. The new
	 * trigger takes the place of the old one in the firing order unless it names another.
	 */
	public List<TriggerStep> replace(List<KeptTrigger> existing, TriggerDefinition definition) {
		return change(existing, placed(definition, existing));
	}

	List<KeptTrigger> placed(TriggerDefinition definition, List<KeptTrigger> existing) {
		return new NamedPlace(this.dialect, this.triggers, this.placeable, existing).placed(definition);
	}

	/**
	 * Return statements that drop the table or view of the triggers and create it anew,
	 * with those that create its triggers again afterwards. A failure, or a crash, in
	 * between loses none.
	 * @param statements the statements on the table or view
	 * @param stored whether the store exists
	 */
	public List<String> recreate(List<String> statements, boolean stored) {
		List<KeptTrigger> lost = this.triggers.stream().filter(KeptTrigger::present).toList();
		boolean kept = !this.dialect.transactionalDdl();
		List<String> all = new ArrayList<>();
		if (kept && !stored && !lost.isEmpty()) {
			all.add(this.store.create());
		}
		lost.forEach((trigger) -> all.addAll(kept ? this.store.keep(trigger) : List.of()));
		all.addAll(statements);
		all.addAll(scripted().recreate());
		lost.forEach((trigger) -> all.addAll(kept ? List.of(this.store.forget(trigger)) : List.of()));
		return all;
	}

	/** Return the steps that forget what the store still has of triggers. */
	public List<TriggerStep> forget(List<KeptTrigger> existing) {
		return steps(this.leftovers.stream()
			.filter((left) -> existing.stream().anyMatch((trigger) -> left.isOf(trigger.trigger())))
			.map(this.store::forget)
			.toList());
	}

	/** Return what gives the store its content of then; empty if the triggers differ. */
	public Optional<List<String>> storeOf(TriggerInventory before) {
		return before.completion.isEmpty() ? content().to(before.content()) : Optional.empty();
	}

	private StoreContent content() {
		return new StoreContent(this.store, this.triggers, this.leftovers);
	}

	/** Return the steps that bring triggers into a state. */
	public List<TriggerStep> setState(List<KeptTrigger> existing, TriggerState state) {
		List<String> statements = existing.stream()
			.filter(this.dialect::disables)
			.flatMap((trigger) -> this.dialect.setState(trigger.name(), trigger.table(), state).stream())
			.toList();
		List<KeptTrigger> others = existing.stream().filter((trigger) -> !this.dialect.disables(trigger)).toList();
		List<TriggerStep> kept = others.isEmpty() ? List.of()
				: change(others, others.stream().map((trigger) -> trigger.withState(state)).toList());
		return Stream.concat(steps(statements).stream(), kept.stream()).toList();
	}

	/**
	 * Return the steps that give triggers another name, except those that a renaming
	 * which was interrupted has left to do for others only.
	 */
	public List<TriggerStep> rename(List<KeptTrigger> existing, String from, String to) {
		Function<KeptTrigger, String> newName = (trigger) -> this.dialect.splitEvents()
			.renamed(trigger.name(), from, to);
		List<String> statements = existing.stream()
			.filter(KeptTrigger::present)
			.flatMap((trigger) -> this.dialect.renamed(trigger, newName.apply(trigger)).stream())
			.toList();
		if (!statements.isEmpty()) {
			return steps(statements);
		}
		Collection<String> done = present();
		return change(existing,
				existing.stream()
					.filter((trigger) -> !done.contains(newName.apply(trigger)))
					.map((trigger) -> this.dialect.renamedKept(trigger, newName.apply(trigger)))
					.toList());
	}

	/** Return whether a trigger, or one that stands for it, has exactly a name. */
	public boolean isNamed(KeptTrigger trigger, String name) {
		return trigger.name().equals(this.dialect.renamed(trigger.name(), name, name));
	}

	/**
	 * Return whether a renaming of a trigger was interrupted: the store still has it, and
	 * a trigger of the new name, if there is one, is the same but for its name.
	 */
	public boolean isInterruptedRenaming(KeptTrigger trigger, String from, String to) {
		KeptTrigger renamed = this.dialect.renamedKept(trigger,
				this.dialect.splitEvents().renamed(trigger.name(), from, to));
		return trigger.interrupted()
				|| (this.leftovers.stream().anyMatch((left) -> left.isOf(trigger.trigger())) && this.triggers.stream()
					.filter((other) -> other.present() && other.isOf(renamed.trigger()))
					.allMatch((other) -> other.trigger().definition().equals(renamed.trigger().definition())));
	}

	/**
	 * Return the steps that create a trigger, after those of the {@link #completion()};
	 * one that fails undoes those before it.
	 * @throws UnsupportedTriggerException if it would never fire, or names another that
	 * is not there
	 */
	public List<TriggerStep> create(TriggerDefinition definition) {
		List<KeptTrigger> declared = placed(definition, List.of());
		new InsteadOfTriggers(this.dialect, this.triggers).requireFiring(List.of(), declared);
		List<String> statements = declared.stream()
			.flatMap((part) -> this.dialect.created(part, present()).stream())
			.toList();
		return Stream
			.concat(completion().stream(), this.dialect.splitEvents().creation(definition, statements).stream())
			.toList();
	}

	/**
	 * Return why triggers could not be created again; empty if they could. SQL Server
	 * does not show a text that is encrypted.
	 */
	public Optional<String> hidden(List<KeptTrigger> existing) {
		return existing.stream()
			.filter((trigger) -> trigger.trigger().definition().isEmpty())
			.map((trigger) -> this.dialect.name() + " does not show the text of trigger " + trigger.name() + " on "
					+ trigger.table())
			.findFirst();
	}

	/** Return the steps that lead from triggers to others; no others drop them. */
	public List<TriggerStep> change(List<KeptTrigger> from, List<KeptTrigger> to) {
		new InsteadOfTriggers(this.dialect, this.triggers).requireFiring(from, to);
		Transition transition = new Transition(this.dialect, this.store, move(from, to), this.leftovers);
		List<String> beside = TakenPlaces.of(from, to).keep(this.triggers, this.store);
		return Stream.concat(steps(beside).stream(), transition.steps().stream()).toList();
	}

	private Move move(List<KeptTrigger> from, List<KeptTrigger> to) {
		Move move = Move.inOrder(from, to, this.placeable ? this.triggers : List.of());
		return (this.placeable && this.dialect.placesBehindOnly()) ? move.behindOthers(this.triggers) : move;
	}

	/** Return the triggers at the first moment of a script. */
	public ScriptedTriggers scripted() {
		return new ScriptedTriggers(this.dialect, this);
	}

	List<String> script(Collection<String> names, Collection<String> kept, RelationName table,
			List<KeptTrigger> wanted) {
		return new RestoringScript(this.dialect, this.store, this.triggers, this.leftovers).statements(names, kept,
				table, wanted, (restored) -> move(List.of(), restored));
	}

	TriggerInventory with(UnaryOperator<List<KeptTrigger>> change) {
		return new TriggerInventory(this.dialect, this.store, change.apply(this.triggers), this.leftovers,
				this.completion, this.placeable);
	}

	TriggerStore store() {
		return this.store;
	}

	List<KeptTrigger> all() {
		return this.triggers;
	}

	private Collection<String> present() {
		return this.triggers.stream().filter(KeptTrigger::present).map(KeptTrigger::name).collect(Collectors.toSet());
	}

	private static List<TriggerStep> steps(List<String> statements) {
		return statements.isEmpty() ? List.of() : List.of(TriggerStep.of(statements));
	}

}
