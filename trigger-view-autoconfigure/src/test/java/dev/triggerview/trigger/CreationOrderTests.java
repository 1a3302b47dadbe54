package dev.triggerview.trigger;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Definitions as Oracle keeps them, and places as MySQL and HSQLDB count them. */
class CreationOrderTests {

	@Test
	void createsTriggersInTheOrderInWhichTheyRun() {
		assertThat(order(trigger("a", 3, ""), trigger("b", 1, ""), trigger("c", 2, ""))).containsExactly("b", "c", "a");
		assertThat(order(trigger("b", 0, ""), trigger("a", 0, ""))).containsExactly("a", "b");
	}

	@Test
	void createsATriggerAfterThoseThatItFollows() {
		assertThat(order(trigger("A", 0, "FOLLOWS \"SHOP\".\"C\", B\nWHEN (new.a > 0)"), trigger("B", 0, "FOLLOWS C"),
				trigger("C", 0, ""), trigger("D", 0, "")))
			.containsExactly("C", "B", "A", "D");
	}

	@Test
	void takesNoWordOfTheBodyForANeighbour() {
		assertThat(order(trigger("A", 0, "BEGIN x := 'FOLLOWS'; follows B; END;"), trigger("B", 0, "")))
			.containsExactly("A", "B");
	}

	@Test
	void endsWhereTriggersNameEachOther() {
		assertThat(order(trigger("A", 0, "FOLLOWS B"), trigger("B", 0, "FOLLOWS A"))).containsExactly("B", "A");
	}

	private static List<String> order(Trigger... triggers) {
		return CreationOrder.of(List.of(triggers)).stream().map(Trigger::name).toList();
	}

	private static Trigger trigger(String name, int position, String rest) {
		return new Trigger(name, RelationName.of("SHOP", "ITEM"), RelationKind.TABLE, TriggerTiming.BEFORE,
				Set.of(TriggerEvent.INSERT), List.of(), TriggerLevel.ROW, Optional.empty(),
				"CREATE TRIGGER " + name + " BEFORE INSERT ON ITEM FOR EACH ROW " + rest, TriggerState.ENABLED, true,
				position, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
	}

}
