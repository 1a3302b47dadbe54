package dev.triggerview.event;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Address;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class EntityTriggerTests {

	private final EventsApplication application;

	private final Triggers triggers;

	EntityTriggerTests(FreshDatabase database) {
		this.application = EventsApplication.shared(database, Triggers.class);
		this.triggers = this.application.bean(Triggers.class);
	}

	@AfterParameterizedClassInvocation
	static void close() {
		EventsApplication.closeShared();
	}

	@BeforeEach
	void startWithAnn() {
		this.application.inTransaction((em) -> em.createQuery("delete from Account").executeUpdate());
		this.application.inTransaction((em) -> {
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
		this.application.inTransaction((em) -> em.remove(em.find(Account.class, 1L)));
		assertThat(this.triggers.called).containsExactly("gone");
	}

	private void change(Consumer<Account> change) {
		this.application.inTransaction((em) -> change.accept(em.find(Account.class, 1L)));
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

}
