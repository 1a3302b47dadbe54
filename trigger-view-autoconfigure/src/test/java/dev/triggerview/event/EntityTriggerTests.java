package dev.triggerview.event;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Address;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** On H2 only: what a condition means does not depend on the database. */
class EntityTriggerTests {

	private static FreshDatabase database;

	private static EventsApplication application;

	private final Triggers triggers = application.bean(Triggers.class);

	@BeforeAll
	static void start() {
		database = TestDatabase.H2.create();
		application = EventsApplication.start(database, Triggers.class);
	}

	@AfterAll
	static void close() {
		application.close();
		database.close();
	}

	@BeforeEach
	void startWithAnn() {
		application.inTransaction((em) -> em.createQuery("delete from Account").executeUpdate());
		application.inTransaction((em) -> {
			Account account = new Account(1, "Ann");
			account.setAddress(new Address("Main", "Rome"));
			em.persist(account);
		});
		this.triggers.called.clear();
	}

	@Test
	void updateOfFiresForItsPropertiesOnly() {
		change((account) -> account.setOwner("Bob"));
		assertThat(this.triggers.called).containsExactly("owner");
		this.triggers.called.clear();
		change((account) -> account.setBalance(BigDecimal.ONE));
		assertThat(this.triggers.called).doesNotContain("owner");
	}

	@Test
	void updateOfAnEmbeddedPropertyFiresForThatPart() {
		change((account) -> account.setAddress(new Address("Side", "Rome")));
		assertThat(this.triggers.called).isEmpty();
		change((account) -> account.setAddress(new Address("Side", "Bern")));
		assertThat(this.triggers.called).containsExactly("city", "moved to Bern");
	}

	@Test
	void aConditionComparesOldAndNewRow() {
		change((account) -> account.setBalance(BigDecimal.TEN));
		assertThat(this.triggers.called).containsExactly("raised", "raised at once");
		this.triggers.called.clear();
		change((account) -> account.setBalance(BigDecimal.ONE));
		assertThat(this.triggers.called).isEmpty();
	}

	@Test
	void aComparisonWithNullIsNotTrue() {
		change((account) -> account.setBalance(null));
		change((account) -> account.setBalance(BigDecimal.TEN));
		assertThat(this.triggers.called).isEmpty();
	}

	@Test
	void timingAndEventsNarrowTheParametersType() {
		application.inTransaction((em) -> em.remove(em.find(Account.class, 1L)));
		assertThat(this.triggers.called).containsExactly("gone");
	}

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

	private void change(Consumer<Account> change) {
		application.inTransaction((em) -> change.accept(em.find(Account.class, 1L)));
	}

	static class Triggers {

		private final List<String> called = new ArrayList<>();

		@EntityTrigger(of = "owner")
		void owner(AfterUpdate<Account> event) {
			this.called.add("owner");
		}

		@EntityTrigger(of = "address.city")
		@Order(1)
		void city(AfterUpdate<Account> event) {
			this.called.add("city");
		}

		@EntityTrigger(when = "new.address.city == 'Bern' and old.address.city != new.address.city", order = 2)
		void moved(AfterUpdate<Account> event) {
			this.called.add("moved to Bern");
		}

		@EntityTrigger(timing = Timing.BEFORE, events = Operation.UPDATE, when = "new.balance > old.balance", order = 1)
		void raisedAtOnce(RowChange<Account> event) {
			this.called.add("raised");
		}

		@EntityTrigger(when = "#event.changed('balance') && new.balance > old.balance && 'new.x' != 'old.x'")
		void raised(AfterUpdate<Account> event) {
			this.called.add("raised at once");
		}

		@EntityTrigger(events = Operation.DELETE)
		void gone(AfterRowChange<Account> event) {
			this.called.add("gone");
		}

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
