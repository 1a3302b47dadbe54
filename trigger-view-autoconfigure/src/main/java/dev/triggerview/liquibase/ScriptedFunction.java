package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.triggerview.trigger.Function;
import dev.triggerview.trigger.FunctionCatalog;
import dev.triggerview.trigger.FunctionDefinition;
import dev.triggerview.trigger.FunctionDialect;
import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A change of a function that a script makes. What the functions of its name are by then,
 * the database tells, and the changes that the script makes before. They are kept for a
 * rollback, unless SQL of the script may have changed them.
 */
final class ScriptedFunction {

	private final FunctionChange change;

	private final Database database;

	private final FunctionDialect dialect;

	private final RunningFunction running;

	private final ScriptedBefore before;

	private final List<Function> named;

	ScriptedFunction(FunctionChange change, Database database) {
		this.change = change;
		this.database = database;
		this.dialect = change.dialect(database);
		this.running = new RunningFunction(change, database);
		this.before = ScriptedBefore.of(change, database, ScriptedBefore::isSql);
		this.named = named();
	}

	private boolean isOwnSql(Change other) {
		return ScriptedBefore.mentions(other, this.running.name().name());
	}

	private List<Function> named() {
		List<Function> functions = this.running.named();
		for (Change each : this.before.changes()) {
			functions = (each instanceof FunctionChange function && isNamed(function)) ? made(functions, function)
					: functions;
		}
		return functions;
	}

	private boolean isNamed(FunctionChange other) {
		return !other.excludes(this.database) && other.name(this.database).isSame(this.running.name());
	}

	private List<Function> made(List<Function> functions, FunctionChange other) {
		Optional<FunctionDefinition> created = other.created(this.database);
		List<Function> before = other.meant(functions, created.map(this.dialect::signature).orElseGet(other::arguments),
				this.database);
		List<Function> after = new ArrayList<>(functions);
		after.removeAll(before);
		created.map((declared) -> this.dialect.declared(declared, before.stream().findFirst())).ifPresent(after::add);
		return after;
	}

	/** Return the statements that create a declared function or replace one. */
	SqlStatement[] create(FunctionDefinition declared) {
		List<Function> replaced = meant(this.dialect.signature(declared));
		other().ifPresent(this.running::refuse);
		return isKnown()
				? keeping(replaced, this.dialect.script(declared, replaced.stream().findFirst(), others(replaced)))
				: statements(this.dialect.create(declared, true));
	}

	/**
	 * Return the statements that drop what the change means.
	 * @param optional whether it may be that there is no such function; without that,
	 * something that nobody knows of creates it
	 */
	SqlStatement[] drop(boolean optional) {
		List<Function> dropped = meant(this.change.arguments());
		Optional<FunctionCatalog.Other> other = other();
		if (optional && other.isPresent()) {
			return statements(List.of());
		}
		other.ifPresent(this.running::refuse);
		return (isKnown() && (optional || !dropped.isEmpty()))
				? keeping(dropped,
						this.dialect.script(this.running.name(), this.change.arguments(), List.of(), others(dropped)))
				: statements(this.dialect.drop(this.running.name(), this.change.arguments()));
	}

	/** What the statements would drop although it is no function. */
	private Optional<FunctionCatalog.Other> other() {
		return (isKnown() && this.named.isEmpty())
				? this.running.other().filter(FunctionCatalog.Other::isDroppedAsFunction) : Optional.empty();
	}

	private List<Function> meant(@Nullable String arguments) {
		return this.change.meant(this.named, arguments, this.database);
	}

	private List<Function> others(List<Function> meant) {
		return this.named.stream().filter((function) -> !meant.contains(function)).toList();
	}

	private boolean isKnown() {
		return this.change.isKeptByScript(this.database) && this.before.changes().stream().noneMatch(this::isOwnSql);
	}

	private SqlStatement[] keeping(List<Function> meant, List<String> statements) {
		this.running.requireText(this.change.isRestored() ? meant : List.of());
		List<String> all = new ArrayList<>(this.running.stored().keep(this.named, (function) -> false));
		all.addAll(statements);
		return statements(all);
	}

	/** Changes behind this one take it that there is a store, whatever it keeps. */
	private SqlStatement[] statements(List<String> statements) {
		List<String> all = new ArrayList<>();
		if (this.change.isKeptByScript(this.database)) {
			all.addAll(this.before.store(this.running.isStored()));
		}
		all.addAll(statements);
		return TriggerStatements.of(this.dialect.triggers(), all);
	}

}
