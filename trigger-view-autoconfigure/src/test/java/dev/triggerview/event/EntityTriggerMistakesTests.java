package dev.triggerview.event;

import dev.triggerview.event.bank.Account;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** On H2 only: an application with a wrong condition does not get to its database. */
class EntityTriggerMistakesTests {

	@ParameterizedTest
	@ValueSource(classes = { UnknownProperty.class, UnknownInCondition.class, NoEntity.class, Impossible.class,
			OldOfInsert.class, OfInsert.class, NoExpression.class, NoEvent.class })
	void stopsAtTheStart(Class<?> listeners) {
		try (FreshDatabase own = TestDatabase.H2.create()) {
			assertThat(failure(own, listeners)).isInstanceOf(InvalidEntityTriggerException.class)
				.hasMessageContaining(listeners.getSimpleName());
		}
	}

	@Test
	void anUnknownPropertyIsNamedWithThoseThereAre() {
		try (FreshDatabase own = TestDatabase.H2.create()) {
			assertThat(failure(own, UnknownProperty.class)).hasMessageContaining("'prise'")
				.hasMessageContaining("balance");
		}
	}

	private static Throwable failure(FreshDatabase own, Class<?> listeners) {
		return NestedExceptionUtils
			.getMostSpecificCause(catchThrowable(() -> EventsApplication.start(own, listeners).close()));
	}

	static class UnknownProperty {

		@EntityTrigger(of = "prise")
		void on(AfterUpdate<Account> event) {
		}

	}

	static class UnknownInCondition {

		@EntityTrigger(when = "new.address.town == 'Bern'")
		void on(AfterUpdate<Account> event) {
		}

	}

	static class NoEntity {

		@EntityTrigger
		void on(AfterUpdate<String> event) {
		}

	}

	static class Impossible {

		@EntityTrigger(timing = Timing.BEFORE)
		void on(AfterUpdate<Account> event) {
		}

	}

	static class OldOfInsert {

		@EntityTrigger(when = "old.balance > 1")
		void on(AfterInsert<Account> event) {
		}

	}

	static class OfInsert {

		@EntityTrigger(of = "balance")
		void on(AfterInsert<Account> event) {
		}

	}

	static class NoExpression {

		@EntityTrigger(when = "new.balance >")
		void on(AfterInsert<Account> event) {
		}

	}

	static class NoEvent {

		@EntityTrigger
		void on(Account event) {
		}

	}

}
