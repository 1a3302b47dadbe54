package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Address;
import dev.triggerview.event.bank.Car;
import dev.triggerview.event.bank.Ticket;
import dev.triggerview.event.bank.Vehicle;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

@EachDatabase
class RowEventsTests {

	private final FreshDatabase database;

	private final EventsApplication application;

	private final RowRecorder recorder;

	RowEventsTests(FreshDatabase database) {
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
		this.application.inTransaction((em) -> {
			Account account = em.find(Account.class, 1L);
			account.setOwner("never written");
			em.remove(account);
		});
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
	void aStatelessWriteHasAnOldRowOnlyWhereTheBridgeHasReadIt() {
		ann();
		Account account = this.application.fromTransaction((em) -> em.find(Account.class, 1L));
		account.setOwner("Bob");
		stateless((session) -> session.update(account));
		assertThat(oldRow(BeforeUpdate.class)).isEmpty();
		AfterUpdate<?> update = this.recorder.last(AfterUpdate.class);
		assertThat(update.oldRow()).isEmpty();
		assertThat(update.<String>now("owner")).isEqualTo("Bob");
		assertThatIllegalStateException().isThrownBy(() -> update.old("owner"))
			.withMessageContaining("missing or not known");
		account.setOwner("Carl");
		stateless((session) -> session.upsert(account));
		assertThat(this.recorder.last(AfterUpdate.class).<String>old("owner")).isEqualTo("Bob");
		stateless((session) -> session.delete(account));
		assertThat(oldRow(BeforeDelete.class)).isEmpty();
		assertThat(oldRow(AfterDelete.class)).isEmpty();
	}

	@Test
	void whatAListenerSetsInAStatelessWriteIsWritten() {
		for (BiConsumer<StatelessSession, Account> write : List.<BiConsumer<StatelessSession, Account>>of(
				StatelessSession::insert, StatelessSession::update, StatelessSession::upsert)) {
			this.recorder.set("changedBy", "listener " + write.hashCode());
			stateless((session) -> {
				Account stored = session.get(Account.class, 1L);
				write.accept(session, (stored != null) ? stored : new Account(1, "Ann"));
			});
			assertThat(this.database.value("select changed_by from account")).isEqualTo("listener " + write.hashCode());
		}
	}

	private void stateless(Consumer<StatelessSession> work) {
		this.application.bean(EntityManagerFactory.class)
			.unwrap(SessionFactory.class)
			.inStatelessTransaction(work::accept);
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

	private Optional<Row> oldRow(Class<?> event) {
		return ((RowChange<?>) this.recorder.last(event)).oldRow();
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

}
