package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.triggerview.trigger.Function;
import dev.triggerview.trigger.FunctionCatalog;
import dev.triggerview.trigger.FunctionDialect;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.StoredChange;
import dev.triggerview.trigger.TriggerStep;
import dev.triggerview.trigger.TriggerStore;
import dev.triggerview.view.NearNames;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A change of a function that is being made in a database, where the functions that are
 * there can be read. What was there before is kept in the store, as with triggers.
 */
final class RunningFunction {

	private final FunctionChange change;

	private final Database database;

	private final FunctionDialect dialect;

	private final Connection connection;

	private final TriggerStore store;

	private final StoredChange<Function> stored;

	private final RelationName name;

	private final List<Function> named;

	RunningFunction(FunctionChange change, Database database) {
		this.change = change;
		this.database = database;
		this.dialect = change.dialect(database);
		this.connection = LiveDatabase.connection(database);
		TriggerNames names = new TriggerNames(database);
		this.store = names.store();
		this.stored = read(() -> this.store.changeOfFunctions(this.connection, change.keyInStore()));
		this.name = change.name(database);
		this.named = FunctionCatalog.functions(this.connection, this.name);
	}

	/** Return the functions of the name, with any arguments. */
	List<Function> named() {
		return this.named;
	}

	/** Return the functions of the name with certain arguments, or with any if null. */
	List<Function> find(@Nullable String arguments) {
		return meant(named(), arguments);
	}

	private List<Function> meant(List<Function> functions, @Nullable String arguments) {
		return this.change.meant(functions, arguments, this.database);
	}

	/** Return the one function that the change means. */
	Function require() {
		List<Function> found = find(this.change.arguments());
		if (found.size() > 1) {
			throw new UnexpectedLiquibaseException("%s: %s has several functions %s: %s; name the functionArguments"
				.formatted(this.change.change(), database(), this.change.getFunctionName(), signatures(found)));
		}
		if (found.isEmpty()) {
			throw new UnexpectedLiquibaseException(
					"%s: %s has no function %s%s; nothing was changed. %s".formatted(this.change.change(), database(),
							this.change.getFunctionName(), (this.change.getFunctionArguments() != null)
									? " with the arguments " + this.change.getFunctionArguments() : "",
							hint()));
		}
		return found.get(0);
	}

	private String hint() {
		return named().isEmpty() ? other().map(this::leftAlone).orElseGet(this::nearest)
				: "There is " + signatures(named());
	}

	private String leftAlone(FunctionCatalog.Other other) {
		return "There is %s of that name, which %s leaves alone; drop it by a change sql with %s"
			.formatted(other.kind(), this.change.change(), other.drop());
	}

	/** Return what has the name and is no function. */
	Optional<FunctionCatalog.Other> other() {
		return FunctionCatalog.other(this.connection, this.name);
	}

	/** Refuse a change that would drop what is no function. */
	void refuse(FunctionCatalog.Other other) {
		throw new UnexpectedLiquibaseException("%s: %s has no function %s. %s".formatted(this.change.change(),
				database(), this.change.getFunctionName(), leftAlone(other)));
	}

	private String nearest() {
		List<String> names = FunctionCatalog
			.functions(this.connection, new TriggerNames(this.database).catalog(this.name.catalog(), null))
			.stream()
			.map((function) -> function.name().name())
			.distinct()
			.toList();
		List<String> near = NearNames.of(this.name.name(), names);
		return near.isEmpty() ? "Functions there: " + names.stream().limit(3).toList()
				: "Did you mean " + String.join(", ", near) + "?";
	}

	private String database() {
		return this.dialect.triggers().name() + " " + this.database.getConnection().getURL();
	}

	private static String signatures(List<Function> functions) {
		return functions.stream()
			.map((function) -> function.name().name() + "(" + function.arguments() + ")")
			.reduce((first, second) -> first + ", " + second)
			.orElse("");
	}

	/** Return the statements that drop what the change means. */
	SqlStatement[] drop(TriggerStep step) {
		List<Function> meant = find(this.change.arguments());
		List<Function> left = named().stream().filter((function) -> !meant.contains(function)).toList();
		return make(this.stored.keep(named(), left), step);
	}

	/**
	 * Return the statements that create or replace a function, with one that remembers
	 * what it has become by then.
	 */
	SqlStatement[] create(TriggerStep step) {
		return make(this.stored.keep(named()), step, TriggerStatements.deferred(this.dialect.triggers(),
				() -> this.stored.made(named(), new RunningFunction(this.change, this.database).named())));
	}

	private SqlStatement[] make(List<String> kept, TriggerStep step, SqlStatement... further) {
		List<String> all = new ArrayList<>();
		if (this.change.keyInStore() != null) {
			requireText(this.change.isRestored() ? find(this.change.arguments()) : List.of());
			if (!isStored()) {
				all.add(this.store.create());
			}
			all.addAll(kept);
		}
		return new RunningSteps(this.change, this.database).make(List.of(TriggerStep.of(all), step), () -> areAsBefore()
				? Optional.of(kept.isEmpty() ? List.of() : this.stored.restore()) : Optional.empty(), further);
	}

	/** Return what the store has of the change. */
	StoredChange<Function> stored() {
		return this.stored;
	}

	/** Return the name of the function. */
	RelationName name() {
		return this.name;
	}

	/** Return whether there is a store. */
	boolean isStored() {
		return read(() -> this.store.exists(this.connection));
	}

	private boolean areAsBefore() {
		List<Function> present = new RunningFunction(this.change, this.database).named();
		return present.size() == named().size() && named().stream().allMatch((old) -> restore(old, present).isEmpty());
	}

	/** What the database does not show could not be brought back. */
	void requireText(List<Function> functions) {
		functions.stream().filter((function) -> function.definition().isEmpty()).findFirst().ifPresent((function) -> {
			throw new UnexpectedLiquibaseException(("%s: %s does not show this account the text of function %s, so that"
					+ " a rollback could not bring it back; nothing was changed. Let its definer make the change, grant"
					+ " the right to see it, or write a rollback into the change set")
				.formatted(this.change.change(), database(), function.name()));
		});
	}

	/** Return the functions of the name before the change, or empty if not known. */
	Optional<List<Function>> former() {
		return this.stored.former();
	}

	/**
	 * Return the statements that lead back from a function that was created.
	 * @param former the functions of the name that were there before
	 * @param arguments the arguments of the one that was created
	 */
	SqlStatement[] rollBackCreation(List<Function> former, String arguments) {
		List<Function> replaced = meant(former, arguments);
		List<String> statements = new ArrayList<>();
		find(arguments).stream()
			.filter((function) -> replaced.stream().noneMatch((old) -> isSame(old, function)))
			.forEach((function) -> statements.addAll(this.dialect.drop(function)));
		return restore(statements, replaced, this.stored.edited(find(arguments)));
	}

	/**
	 * Return the statements that bring back a function that was dropped.
	 * @param former the functions of the name that were there before
	 */
	SqlStatement[] rollBackDrop(List<Function> former) {
		return restore(new ArrayList<>(), meant(former, this.change.arguments()),
				this.stored.edited(find(this.change.arguments())));
	}

	private SqlStatement[] restore(List<String> statements, List<Function> former, List<Function> edited) {
		List<Function> present = named();
		former.forEach((old) -> statements.addAll(restore(old, present)));
		return TriggerStatements.of(this.dialect.triggers(), this.connection,
				List.of(TriggerStep.warning(new LostEdit(this.change, this.database).functions(edited)),
						TriggerStep.of(statements)));
	}

	/**
	 * Return the statements of a script that leads back to what was there before: what
	 * the store has or, for a change that is still to be made, what is there now. Empty
	 * if that is not known.
	 * @param arguments the arguments of the function that the change is about
	 */
	Optional<SqlStatement[]> scriptBack(@Nullable String arguments) {
		Optional<List<Function>> former = former();
		if (former.isEmpty() && this.change.isStillToBeMade(this.database)) {
			former = Optional.of(named());
		}
		LostEdit lost = new LostEdit(this.change, this.database);
		lost.tell(lost.functions(this.stored.edited(find(arguments))));
		return former.map((functions) -> script(arguments, meant(functions, arguments)));
	}

	private SqlStatement[] script(@Nullable String arguments, List<Function> former) {
		List<Function> others = new ArrayList<>(named());
		others.removeAll(find(arguments));
		List<String> statements = new ArrayList<>();
		if (!former.isEmpty() || this.change.created(this.database).isPresent()) {
			statements.addAll(this.dialect.script(this.name, arguments, former, others));
		}
		if (isStored() || (this.change.isStillToBeMade(this.database) && this.change.isKeptByScript(this.database))) {
			statements.addAll(this.stored.forget());
		}
		return TriggerStatements.of(this.dialect.triggers(), statements);
	}

	private List<String> restore(Function old, List<Function> present) {
		Optional<Function> replaced = present.stream().filter((function) -> isSame(old, function)).findFirst();
		if (replaced.isEmpty()) {
			return this.dialect.create(old);
		}
		boolean unchanged = replaced.get().definition().equals(old.definition())
				&& replaced.get().remarks().equals(old.remarks());
		return unchanged ? List.of() : this.dialect.replace(replaced.get(), old);
	}

	private boolean isSame(Function first, Function second) {
		return this.dialect.hasArguments(second, first.arguments())
				|| this.dialect.hasArguments(first, second.arguments());
	}

	private <T> T read(Reading<T> reading) {
		try {
			return reading.read();
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException(
					this.change.change() + " cannot read the store of " + database() + ": " + ex.getMessage(), ex);
		}
	}

	private interface Reading<T> {

		T read() throws SQLException;

	}

}
