package dev.triggerview.liquibase;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.TriggerTiming;

/** Of a view, one trigger fires for an event: H2 has another one for a moment. */
@EachDatabase({ TestDatabase.H2, TestDatabase.HSQLDB, TestDatabase.SQLITE })
class InterruptedScriptOfViewTests extends InterruptedScriptTests {

	InterruptedScriptOfViewTests(FreshDatabase database) {
		super(database);
	}

	@Override
	TriggerTiming timing() {
		return TriggerTiming.INSTEAD_OF;
	}

	@Override
	String item() {
		return "create table base (id int primary key); create view item as select id from base";
	}

}
