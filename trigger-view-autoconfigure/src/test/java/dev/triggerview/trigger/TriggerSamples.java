package dev.triggerview.trigger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One definition for each thing that a trigger can have, by a name for people to read.
 */
final class TriggerSamples {

	private static final RelationName ORDERS = RelationName.of("shop", "orders");

	private TriggerSamples() {
	}

	static Map<String, TriggerDefinition> all() {
		Map<String, TriggerDefinition> samples = new LinkedHashMap<>();
		samples.put("one-event", one().build());
		samples.put("before", one().timing(TriggerTiming.BEFORE).build());
		samples.put("instead-of", one().timing(TriggerTiming.INSTEAD_OF).build());
		samples.put("compound", one().timing(TriggerTiming.COMPOUND).build());
		samples.put("several-events", several().build());
		samples.put("truncate",
				one().events(TriggerEvent.TRUNCATE).level(TriggerLevel.STATEMENT).body(LOG_NOTHING).build());
		samples.put("statement-level", one().level(TriggerLevel.STATEMENT).body(LOG_NOTHING).build());
		samples.put("row-level", one().level(TriggerLevel.ROW).build());
		samples.put("update-columns",
				one().events(TriggerEvent.UPDATE).updateColumns(List.of("status", "the \"total\"")).build());
		samples.put("update-columns-of-several-events",
				one().events(TriggerEvent.UPDATE, TriggerEvent.DELETE, TriggerEvent.INSERT)
					.updateColumns(List.of("status"))
					.body(LOG_NOTHING)
					.build());
		samples.put("when", one().when("NEW.total > 10 OR NEW.total IS NULL").build());
		samples.put("when-and-update-columns",
				one().events(TriggerEvent.UPDATE).updateColumns(List.of("status")).when("NEW.total > 10").build());
		samples.put("row-names",
				one().events(TriggerEvent.UPDATE)
					.transitions(new TransitionNames("o", "n", null, null))
					.body("INSERT INTO log (id) VALUES (n.id)")
					.build());
		samples.put("transition-tables",
				one().events(TriggerEvent.UPDATE)
					.level(TriggerLevel.STATEMENT)
					.transitions(new TransitionNames(null, null, "gone", "come"))
					.body("INSERT INTO log (id) SELECT id FROM come")
					.build());
		samples.put("follows", one().order(new TriggerOrder("orders_check", null)).build());
		samples.put("precedes", one().order(new TriggerOrder(null, "orders_check")).build());
		samples.put("follows-with-several-events", several().order(new TriggerOrder("orders_check", null)).build());
		samples.put("constraint", one().constraint(TriggerConstraint.NOT_DEFERRABLE).build());
		samples.put("constraint-deferrable", one().constraint(TriggerConstraint.INITIALLY_IMMEDIATE).build());
		samples.put("constraint-deferred", one().constraint(TriggerConstraint.INITIALLY_DEFERRED).build());
		samples.put("function-call", one()
			.action(new TriggerAction.FunctionCall(RelationName.of("shop", "audit"), List.of("a,b", "it's", "\\")))
			.build());
		samples.put("function-options",
				one().functionOptions(new FunctionOptions("plpgsql", true, "pg_catalog, pg_temp")).build());
		samples.put("java-class", one().action(new TriggerAction.JavaClass("org.acme.Audit")).build());
		samples.put("definer", one().definer("audit@localhost").build());
		samples.put("complete-statement",
				complete("CREATE TRIGGER orders_log AFTER INSERT ON orders\n"
						+ "FOR EACH ROW\nBEGIN\n  INSERT INTO log (id) VALUES (NEW.id);\nEND; -- written by hand")
					.build());
		samples.put("complete-statement-disabled",
				complete("CREATE TRIGGER orders_log AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION audit()")
					.state(TriggerState.DISABLED)
					.remarks("Kept for the auditors")
					.build());
		samples.put("disabled", one().state(TriggerState.DISABLED).build());
		samples.put("replica", one().state(TriggerState.REPLICA).build());
		samples.put("always", one().state(TriggerState.ALWAYS).build());
		samples.put("remarks", one().remarks("It's for the auditors").build());
		samples.put("long-name",
				several().name("a_name_of_exactly_sixty_three_bytes_which_is_all_of_postgresql_").build());
		samples.put("too-long-name", one().name("x".repeat(129)).build());
		samples.put("name-in-need-of-quotes", one().name("a \"b\" `c` [d] . é 'e'").build());
		samples.put("body-that-is-a-block", one().body("BEGIN\n  INSERT INTO log (id) VALUES (1);\nEND;").build());
		samples.put("body-with-delimiters",
				one().body("INSERT INTO log (id, note) VALUES (1, '; // $$ $tv$ /* -- @ ''GO''') -- the end").build());
		return samples;
	}

	private static final String LOG_NOTHING = "INSERT INTO log (id) VALUES (0)";

	private static TriggerDefinition.Builder one() {
		return TriggerDefinition.of("orders_log", ORDERS)
			.timing(TriggerTiming.AFTER)
			.events(TriggerEvent.INSERT)
			.body("INSERT INTO log (id) VALUES (NEW.id)");
	}

	private static TriggerDefinition.Builder several() {
		return one().events(TriggerEvent.INSERT, TriggerEvent.UPDATE);
	}

	private static TriggerDefinition.Builder complete(String sql) {
		return one().action(new TriggerAction.CompleteStatement(sql));
	}

}
