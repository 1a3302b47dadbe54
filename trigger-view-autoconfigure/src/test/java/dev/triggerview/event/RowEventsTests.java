package dev.triggerview.event;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Address;
import dev.triggerview.event.bank.Auditable;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

@EachDatabase
class RowEventsTests {

	private final FreshDatabase database;

	private final EventsApplication application;

	private final Recorder recorder;

	RowEventsTests(FreshDatabase database) {
		this.database = database;
		this.application = EventsApplication.shared(database, Recorder.class);
		this.recorder = this.application.bean(Recorder.class);
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
	void anInsertHasANewRowOnly() {
		this.application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
		assertThat(this.recorder.names()).containsExactly("BeforeInsert<Account>", "AfterInsert<Account>");
		AfterInsert<?> event = this.recorder.last(AfterInsert.class);
		assertThat(event.operation()).isEqualTo(Operation.INSERT);
		assertThat(event.entityType()).isEqualTo(Account.class);
		assertThat(event.id()).isEqualTo(1L);
		assertThat(event.oldRow()).isEmpty();
		assertThat(event.<String>now("owner")).isEqualTo("Ann");
		assertThat(event.newRow().orElseThrow().toMap()).contains(entry("id", 1L), entry("owner", "Ann"),
				entry("changedBy", null));
		assertThat(event.tenant()).isEmpty();
	}

	@Test
	void anUpdateHasBothRowsAndWhatDiffers() {
		ann();
		this.application.inTransaction((em) -> em.find(Account.class, 1L).setOwner("Bob"));
		assertThat(this.recorder.names()).containsExactly("BeforeUpdate<Account>", "AfterUpdate<Account>");
		AfterUpdate<?> event = this.recorder.last(AfterUpdate.class);
		assertThat(event.<String>old("owner")).isEqualTo("Ann");
		assertThat(event.<String>now("owner")).isEqualTo("Bob");
		assertThat(event.changed()).containsExactlyInAnyOrder("version", "owner");
		assertThat(event.changed("owner")).isTrue();
		assertThat(event.changed("balance")).isFalse();
	}

	@Test
	void aDeleteHasTheOldRowOfTheDatabaseNotTheEntitysUnwrittenState() {
		ann();
		this.application.inTransaction((em) -> em.remove(em.find(Account.class, 1L)));
		assertThat(this.recorder.names()).containsExactly("BeforeDelete<Account>", "AfterDelete<Account>");
		AfterDelete<?> event = this.recorder.last(AfterDelete.class);
		assertThat(event.<String>old("owner")).isEqualTo("Ann");
		assertThat(event.newRow()).isEmpty();
	}

	@Test
	void aDeletedProxyIsLoadedForItsOldRow() {
		ann();
		this.application.inTransaction((em) -> em.remove(em.getReference(Account.class, 1L)));
		assertThat(this.recorder.last(AfterDelete.class).<String>old("owner")).isEqualTo("Ann");
	}

	@Test
	void aMergedEntityHasItsOldRow() {
		ann();
		Account detached = this.application.fromTransaction((em) -> em.find(Account.class, 1L));
		detached.setOwner("Carl");
		this.application.inTransaction((em) -> em.merge(detached));
		assertThat(this.recorder.last(AfterUpdate.class).<String>old("owner")).isEqualTo("Ann");
	}

	@Test
	void nothingChangedNothingFires() {
		ann();
		this.application.inTransaction((em) -> em.find(Account.class, 1L).setOwner("Ann"));
		assertThat(this.recorder.names()).isEmpty();
	}

	@Test
	void embeddedPropertiesAreNamedByPath() {
		ann();
		this.application.inTransaction((em) -> em.find(Account.class, 1L).setAddress(new Address("Main", "Bern")));
		AfterUpdate<?> event = this.recorder.last(AfterUpdate.class);
		assertThat(event.changed()).containsExactlyInAnyOrder("version", "address.city");
		assertThat(event.changed("address")).isTrue();
		assertThat(event.changed("address.street")).isFalse();
		assertThat(event.<String>old("address.city")).isEqualTo("Rome");
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

	@Test
	void afterEventsSeeAllRowsOfTheBatchInTheDatabase() {
		List<Long> counts = new ArrayList<>();
		this.recorder.onAfter = (change) -> counts.add(this.application
			.fromTransaction((em) -> em.createQuery("select count(a) from Account a", Long.class).getSingleResult()));
		this.application.inTransaction((em) -> {
			em.persist(new Account(1, "Ann"));
			em.persist(new Account(2, "Bob"));
			em.persist(new Account(3, "Eve"));
		});
		assertThat(counts).containsExactly(3L, 3L, 3L);
	}

	@Test
	void aSubclassReachesListenersOfTheBaseOfAnInterfaceAndOfAnything() {
		this.application.inTransaction((em) -> em.persist(new Car(1, "ZH 1", "red")));
		assertThat(this.recorder.vehicles).hasSize(1);
		assertThat(this.recorder.auditables).isEmpty();
		this.recorder.clear();
		this.application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
		assertThat(this.recorder.vehicles).isEmpty();
		assertThat(this.recorder.auditables).hasSize(2);
	}

	@Test
	void anIdThatTheDatabaseAssignsIsKnownAfterwards() {
		this.recorder.onBefore = (change) -> assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(change::id)
			.withMessageContaining("Ticket");
		this.application.inTransaction((em) -> em.persist(new Ticket("printer")));
		assertThat(this.recorder.last(AfterInsert.class).id())
			.hasToString(this.database.value("select id from ticket"));
	}

	@Test
	void anUnknownPropertyIsRefusedWithTheOnesThereAre() {
		this.application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.recorder.last(AfterInsert.class).changed("prise"))
			.withMessageContaining("Account")
			.withMessageContaining("prise")
			.withMessageContaining("balance");
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

	static class Recorder {

		private final List<RowChange<?>> events = new ArrayList<>();

		private final List<RowChange<?>> vehicles = new ArrayList<>();

		private final List<RowChange<?>> auditables = new ArrayList<>();

		private Consumer<BeforeRowChange<?>> onBefore;

		private Consumer<AfterRowChange<?>> onAfter;

		Recorder() {
			reset();
		}

		@EventListener
		void before(BeforeRowChange<?> change) {
			this.events.add(change);
			this.onBefore.accept(change);
		}

		@EventListener
		void after(AfterRowChange<?> change) {
			this.events.add(change);
			this.onAfter.accept(change);
		}

		@EventListener
		void vehicle(AfterInsert<Vehicle> change) {
			this.vehicles.add(change);
		}

		@EventListener
		void auditable(RowChange<Auditable> change) {
			this.auditables.add(change);
		}

		void reset() {
			this.onBefore = (change) -> {
			};
			this.onAfter = (change) -> {
			};
			clear();
		}

		void clear() {
			this.events.clear();
			this.vehicles.clear();
			this.auditables.clear();
		}

		void set(String property, Object value) {
			this.onBefore = (change) -> {
				if (change instanceof BeforeWrite<?> write) {
					write.set(property, value);
				}
			};
		}

		List<String> names() {
			return this.events.stream().map((event) -> event.toString().replaceAll("\\[.*", "")).toList();
		}

		long count(Class<?> type) {
			return this.events.stream().filter(type::isInstance).count();
		}

		<E> E last(Class<E> type) {
			return this.events.stream()
				.filter(type::isInstance)
				.map(type::cast)
				.reduce((first, second) -> second)
				.orElseThrow();
		}

	}

}
