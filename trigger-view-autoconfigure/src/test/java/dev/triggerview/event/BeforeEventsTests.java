package dev.triggerview.event;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Address;
import dev.triggerview.event.bank.Car;
import dev.triggerview.event.bank.Ticket;
import dev.triggerview.event.bank.Vehicle;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@EachDatabase
class BeforeEventsTests {

	private final FreshDatabase database;

	private final EventsApplication application;

	private final RowRecorder recorder;

	BeforeEventsTests(FreshDatabase database) {
		this.database = database;
		this.application = EventsApplication.shared(database, RowRecorder.class);
		this.recorder = this.application.bean(RowRecorder.class);
	}

	@AfterParameterizedClassInvocation
	static void close() {
		EventsApplication.closeShared();
	}

	@BeforeEach
	void startEmpty() {
		this.recorder.reset();
		this.application.inTransaction((em) -> {
			em.createQuery("delete from Account").executeUpdate();
			em.createQuery("delete from Ticket").executeUpdate();
			em.createQuery("delete from Vehicle").executeUpdate();
		});
		this.recorder.clear();
	}

	@Test
	void aBeforeListenerSetsColumnsOfTheSameStatement() {
		this.recorder.set("changedBy", "trigger");
		this.application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
		this.recorder.clear();
		assertThat(this.database.value("select changed_by from account")).isEqualTo("trigger");
		this.recorder.set("changedBy", "again");
		this.application.inTransaction((em) -> em.find(Account.class, 1L).setOwner("Bob"));
		assertThat(this.database.value("select changed_by from account")).isEqualTo("again");
		assertThat(this.database.value("select version from account")).isEqualTo("1");
		assertThat(this.recorder.count(AfterUpdate.class)).isOne();
		AfterUpdate<?> event = this.recorder.last(AfterUpdate.class);
		assertThat(event.changed()).contains("changedBy");
	}

	@Test
	void whatAListenerSetsInTheEntityIsWrittenByTheSameStatement() {
		this.recorder.onBefore = (change) -> {
			if (change.entity() instanceof Account account) {
				account.setBalance(BigDecimal.valueOf(account.getOwner().length()));
			}
		};
		this.application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
		assertThat(new BigDecimal(this.database.value("select balance from account"))).isEqualByComparingTo("3");
		this.application.inTransaction((em) -> em.find(Account.class, 1L).setOwner("Hanna"));
		assertThat(new BigDecimal(this.database.value("select balance from account"))).isEqualByComparingTo("5");
		assertThat(this.recorder.names()).containsExactly("BeforeInsert<Account>", "AfterInsert<Account>",
				"BeforeUpdate<Account>", "AfterUpdate<Account>");
		assertThat(this.recorder.last(AfterUpdate.class).changed()).contains("balance");
	}

	@Test
	void whatAListenerSetsInTheEntityAfterItsInsertIsWritten() {
		this.recorder.onBefore = (change) -> {
			if (change instanceof BeforeInsert<?> && change.entity() instanceof Account account) {
				account.setBalance(BigDecimal.TEN);
			}
		};
		this.application.inTransaction((em) -> {
			Account account = new Account(1, "Ann");
			em.persist(account);
			account.setOwner("Bob");
		});
		assertThat(new BigDecimal(this.database.value("select balance from account"))).isEqualByComparingTo("10");
		assertThat(this.recorder.count(AfterUpdate.class)).isOne();
	}

	@Test
	void whatAListenerSetsTooLateIsRefused() {
		this.application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
		BeforeInsert<?> over = this.recorder.last(BeforeInsert.class);
		assertThatIllegalStateException().isThrownBy(() -> over.set("owner", "Bob"))
			.withMessage("BeforeInsert<Account>[id=1] is over, its row is written: set 'owner' while the listener is"
					+ " called, neither later nor in another thread");
	}

	@Test
	void aBeforeListenerSetsAColumnThatADynamicUpdateWouldLeaveOut() {
		this.application.inTransaction((em) -> em.persist(new Ticket("printer")));
		this.recorder.set("changedBy", "trigger");
		this.application.inTransaction((em) -> all(em, Ticket.class).get(0).setState("open"));
		assertThat(this.database.rows("select state, changed_by from ticket"))
			.containsExactly(List.of("open", "trigger"));
	}

	@Test
	void aBeforeListenerSetsAColumnOfAnotherJoinedTable() {
		this.application.inTransaction((em) -> em.persist(new Car(1, "ZH 1", "red")));
		this.recorder.set("changedBy", "trigger");
		this.application.inTransaction((em) -> em.find(Car.class, 1L).setColor("blue"));
		assertThat(this.database.value("select changed_by from vehicle")).isEqualTo("trigger");
		assertThat(this.recorder.last(AfterUpdate.class).entityType()).isEqualTo(Car.class);
	}

	@Test
	void aBeforeListenerSetsAPartOfAnEmbeddedValue() {
		ann();
		this.recorder.set("address.city", "Bern");
		this.application.inTransaction((em) -> em.find(Account.class, 1L).setOwner("Bob"));
		assertThat(this.database.value("select city from account")).isEqualTo("Bern");
		assertThat(this.recorder.last(AfterUpdate.class).<String>old("address.city")).isEqualTo("Rome");
	}

	@Test
	void whatAnEntityBecameAfterPersistIsNotLostWhenAListenerSetsAnotherProperty() {
		this.recorder.onBefore = (change) -> {
			if (change instanceof BeforeInsert<?> insert) {
				insert.set("changedBy", "trigger");
				insert.set("owner", "trigger");
			}
		};
		this.application.inTransaction((em) -> {
			Account account = new Account(1, "Ann");
			em.persist(account);
			account.setOwner("Bob");
		});
		assertThat(this.database.rows("select owner, changed_by from account"))
			.containsExactly(List.of("Bob", "trigger"));
	}

	@Test
	void aBeforeListenerThatQueriesForgetsNothingOfTheFlush() {
		this.recorder.onBefore = (change) -> {
			this.application.inTransaction((em) -> all(em, Account.class));
			((BeforeWrite<?>) change).set("changedBy", "trigger");
		};
		this.application.inTransaction((em) -> {
			Account account = new Account(1, "Ann");
			em.persist(account);
			em.persist(new Account(2, "Eve"));
			account.setOwner("Bob");
		});
		assertThat(this.database.rows("select owner, changed_by from account order by id"))
			.containsExactly(List.of("Bob", "trigger"), List.of("Eve", "trigger"));
	}

	@Test
	void aListenerSeesWhatAnEarlierOneHasSet() {
		try (FreshDatabase own = this.database.kind().create();
				EventsApplication application = EventsApplication.start(own, Earlier.class)) {
			application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
			assertThat(own.rows("select owner, changed_by from account")).containsExactly(List.of("ANN?", "ANN?!"));
			application.inTransaction((em) -> em.find(Account.class, 1L).setOwner("Bob"));
			assertThat(own.rows("select owner, changed_by from account")).containsExactly(List.of("BOB?", "BOB?!"));
		}
	}

	@Test
	void theListenersOwnExceptionReachesTheCallerOfFlush() {
		this.recorder.onBefore = (change) -> {
			throw new Refused();
		};
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.application.inTransaction((em) -> {
			em.persist(new Account(1, "Ann"));
			em.flush();
		}));
		assertThat(this.database.value("select count(*) from account")).isEqualTo("0");
		assertThat(this.recorder.names()).doesNotContain("AfterInsert<Account>");
	}

	@Test
	void aQueryThatNeedsNoFlushCallsNoBeforeListener() {
		ann();
		this.recorder.onBefore = (change) -> ((BeforeUpdate<?>) change).set("balance",
				change.<BigDecimal>now("balance").add(BigDecimal.TEN));
		this.application.inTransaction((em) -> {
			em.find(Account.class, 1L).setOwner("Bob");
			all(em, Ticket.class);
			all(em, Ticket.class);
			assertThat(this.recorder.names()).isEmpty();
			assertThat(all(em, Account.class)).hasSize(1);
			assertThat(this.recorder.names()).containsExactly("BeforeUpdate<Account>", "AfterUpdate<Account>");
		});
		assertThat(new BigDecimal(this.database.value("select balance from account"))).isEqualByComparingTo("10");
	}

	/** Insert Ann and forget the events of it. */
	private void ann() {
		this.application.inTransaction((em) -> {
			Account account = new Account(1, "Ann");
			account.setAddress(new Address("Main", "Rome"));
			em.persist(account);
		});
		this.recorder.clear();
	}

	private static <T> List<T> all(EntityManager em, Class<T> type) {
		return em.createQuery("from " + type.getSimpleName(), type).getResultList();
	}

	static class Refused extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

	static class Earlier {

		@EventListener
		@Order(2)
		void second(BeforeWrite<Account> event) {
			event.set("changedBy", event.now("owner") + "!");
		}

		@EventListener
		@Order(1)
		void first(BeforeWrite<Account> event) {
			event.set("owner", event.<String>now("owner").toUpperCase(Locale.ROOT));
		}

		@EventListener
		@Order(0)
		void inTheEntity(BeforeWrite<Account> event) {
			event.entity().setOwner(event.now("owner") + "?");
		}

	}

}
