package dev.triggerview.liquibase;

import java.sql.Connection;
import java.util.List;
import java.util.function.BiFunction;

import dev.triggerview.trigger.FunctionCatalog;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerCatalog;
import dev.triggerview.trigger.TriggerDialect;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.structure.core.Schema;
import org.jspecify.annotations.Nullable;

/** A catalog of a database, read once for a snapshot however many schemas it has. */
final class CatalogSnapshots {

	private static final String TRIGGERS = "trigger-view.triggers";

	private static final String FUNCTIONS = "trigger-view.functions";

	private CatalogSnapshots() {
	}

	static List<Trigger> triggers(DatabaseSnapshot snapshot, Schema schema) {
		List<dev.triggerview.trigger.Trigger> triggers = once(snapshot, schema, TRIGGERS, TriggerCatalog::triggers)
			.stream()
			.filter((trigger) -> isIn(schema, trigger.table(), snapshot.getDatabase()))
			.toList();
		FiringOrder order = FiringOrder.of(triggers, TriggerDialect.of(snapshot.getDatabase().getShortName()));
		return triggers.stream().map((trigger) -> Trigger.of(trigger, schema, order.around(trigger))).toList();
	}

	static List<Function> functions(DatabaseSnapshot snapshot, Schema schema) {
		return once(snapshot, schema, FUNCTIONS, FunctionCatalog::functions).stream()
			.filter((function) -> isIn(schema, function.name(), snapshot.getDatabase()))
			.map((function) -> Function.of(function, schema))
			.toList();
	}

	@SuppressWarnings("unchecked")
	private static <T> List<T> once(DatabaseSnapshot snapshot, Schema schema, String what,
			BiFunction<Connection, @Nullable String, List<T>> read) {
		String catalog = new TriggerNames(snapshot.getDatabase()).catalog(schema.getCatalogName(), schema.getName());
		String key = what + " of " + catalog;
		List<T> objects = (List<T>) snapshot.getScratchData(key);
		if (objects == null) {
			objects = (snapshot.getDatabase().getConnection() instanceof JdbcConnection connection)
					? read.apply(connection.getUnderlyingConnection(), catalog) : List.of();
			snapshot.setScratchData(key, objects);
		}
		return objects;
	}

	private static boolean isIn(Schema schema, RelationName name, Database database) {
		String wanted = database.supports(Schema.class) ? schema.getName() : schema.getCatalogName();
		String actual = (name.schema() != null) ? name.schema() : name.catalog();
		return actual == null || wanted == null || actual.equalsIgnoreCase(wanted);
	}

}
