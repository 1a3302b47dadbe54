package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.vault.Note;
import dev.triggerview.event.vault.Safe;
import dev.triggerview.event.vault.Seal;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.JDBCException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.event.EventListener;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A listener before a write that writes something else: it is written, or the listener is
 * told where to write, and never is it lost.
 */
@EachDatabase
class WritingBeforeListenerTests {

	private static final Consumer<EntityManager> INSERT = (em) -> em.persist(new Account(3, "Eve"));

	private static final Consumer<EntityManager> UPDATE = (em) -> em.find(Account.class, 1L).setOwner("Amy");

	private static final Consumer<EntityManager> DELETE = (em) -> em.remove(em.find(Account.class, 1L));

	private static final Consumer<EntityManager> CHANGE_SAFE = (em) -> em.find(Safe.class, 1L).setName("changed");

	private static final Consumer<EntityManager> PERSIST = (em) -> em.persist(new Note(7));

	private static final Consumer<EntityManager> REMOVE = (em) -> em.remove(em.find(Note.class, 1L));

	private final FreshDatabase database;

	private final EventsApplication application;

	private final Listener listener;

	private int changes;

	WritingBeforeListenerTests(FreshDatabase database) {
		this.database = database;
		this.application = EventsApplication.shared(database, Listener.class, "trigger-view.events.limit=4");
		this.listener = this.application.bean(Listener.class);
		this.listener.entityManager = SharedEntityManagerCreator
			.createSharedEntityManager(this.application.bean(EntityManagerFactory.class));
	}

	@AfterAll
	static void close() {
		EventsApplication.closeShared();
	}

	@BeforeEach
	void startWithRows() {
		this.application.inTransaction((em) -> {
			em.persist(new Account(1, "Ann"));
			em.persist(new Account(2, "Bob"));
			em.persist(new Safe(1));
			em.persist(new Note(1));
		});
	}

	@AfterEach
	void endWithNothing() {
		this.listener.then = null;
		this.listener.afterNote = null;
		this.listener.onSafe = null;
		this.application.inTransaction((em) -> {
			em.createQuery("delete from Account").executeUpdate();
			em.createQuery("delete from Safe").executeUpdate();
			em.createQuery("delete from Note").executeUpdate();
			em.createQuery("delete from Seal").executeUpdate();
		});
	}

	@Test
	void whatItChangesInAnotherEntityIsWritten() {
		for (Consumer<EntityManager> work : List.of(INSERT, UPDATE, DELETE)) {
			this.application.inTransaction((em) -> em.find(Safe.class, 1L).setName("as it was"));
			run(work, CHANGE_SAFE);
			assertThat(this.database.value("select name from safe")).isEqualTo("changed");
		}
	}

	@Test
	void whatItChangesBeforeAQueryIsWritten() {
		run((em) -> {
			INSERT.accept(em);
			assertThat(em.createQuery("select count(*) from Account", Long.class).getSingleResult()).isEqualTo(3);
		}, CHANGE_SAFE);
		assertThat(this.database.value("select name from safe")).isEqualTo("changed");
	}

	@Test
	void whatItChangesBecauseOfAnAfterListenerIsWritten() {
		this.listener.afterNote = UPDATE;
		run((em) -> em.persist(new Note(9)), CHANGE_SAFE);
		assertThat(this.database.value("select name from safe")).isEqualTo("changed");
	}

	@Test
	void whatItPersistsBeforeAnUpdateOrADeleteIsInserted() {
		run(UPDATE, PERSIST);
		run(DELETE, (em) -> em.persist(new Note(8)));
		assertThat(this.database.column("select id from note order by id")).hasToString("[1, 7, 8]");
	}

	@Test
	void whatItRemovesBeforeAnInsertOrAnUpdateIsDeleted() {
		run(INSERT, REMOVE);
		this.application.inTransaction((em) -> em.persist(new Note(1)));
		run(UPDATE, REMOVE);
		assertThat(this.database.column("select id from note")).isEmpty();
	}

	@Test
	void toPersistWhileHibernateInsertsIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> run(INSERT, PERSIST))
			.withMessage("A listener of BeforeInsert<Account>[id=3] persists in the middle of the flush that called it."
					+ " Write in a listener of an after-event instead");
	}

	@Test
	void toMergeSomethingNewWhileHibernateInsertsIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> run(INSERT, (em) -> em.merge(new Note(7))))
			.withMessageStartingWith("A listener of BeforeInsert<Account>[id=3] persists in the middle");
		run(UPDATE, (em) -> em.merge(new Note(8)));
		assertThat(this.database.column("select id from note order by id")).hasToString("[1, 8]");
	}

	@Test
	void theCollectionThatItGivesItsEntityIsWritten() {
		this.listener.onSafe = (safe) -> safe.setShelves(new ArrayList<>(List.of("new")));
		this.application.inTransaction((em) -> em.find(Safe.class, 1L).setName("changed"));
		assertThat(this.database.column("select shelves from safe_shelves")).hasToString("[new]");
		this.listener.onSafe = (safe) -> safe.getShelves().add("more");
		this.application.inTransaction((em) -> em.find(Safe.class, 1L).setName("again"));
		assertThat(this.database.column("select shelves from safe_shelves order by 1")).hasToString("[more, new]");
	}

	/** Hibernate has taken the elements of the insert by then. */
	@Test
	void theCollectionThatItGivesAnEntityBeforeItsInsertIsWrittenByAnUpdate() {
		this.listener.onSafe = (safe) -> {
			safe.setShelves(new ArrayList<>(List.of("new")));
			this.listener.onSafe = null;
		};
		this.listener.safes.clear();
		this.application.inTransaction((em) -> {
			Safe safe = new Safe(2);
			safe.getShelves().add("old");
			em.persist(safe);
		});
		assertThat(this.database.column("select shelves from safe_shelves where safe_id = 2")).hasToString("[new]");
		assertThat(this.listener.safes).containsExactly("AfterInsert", "AfterUpdate", "committed INSERT");
	}

	@Test
	void toRemoveWhileHibernateDeletesIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> run(DELETE, REMOVE))
			.withMessageStartingWith("A listener of BeforeDelete<Account>[id=1] removes in the middle");
	}

	@Test
	void aListenerThatIsNeverContentIsNamed() {
		assertThatExceptionOfType(EventLimitException.class).isThrownBy(() -> run(UPDATE, (em) -> {
			em.find(Account.class, 1L).setOwner(String.valueOf(++this.changes));
			em.find(Account.class, 2L).setOwner(String.valueOf(++this.changes));
		})).withMessageContaining("BeforeUpdate<Account> (Listener.on)");
	}

	@Test
	void anUpsertThatItRefusesLeavesNothingBehind() {
		this.listener.then = (em) -> {
			throw new IllegalStateException("refused");
		};
		SessionFactory factory = this.application.bean(EntityManagerFactory.class).unwrap(SessionFactory.class);
		try (StatelessSession session = factory.openStatelessSession()) {
			Account account = session.get(Account.class, 1L);
			assertThatIllegalStateException().isThrownBy(() -> session.upsert(account)).withMessage("refused");
		}
		assertThat(waiting()).isEmpty();
	}

	@Test
	void anUpsertThatTheDatabaseRefusesIsForgottenWithItsSession() {
		SessionFactory factory = this.application.bean(EntityManagerFactory.class).unwrap(SessionFactory.class);
		this.application.inTransaction((em) -> {
			em.persist(seal(1, "one"));
			em.persist(seal(2, "two"));
		});
		try (StatelessSession session = factory.openStatelessSession()) {
			assertThatExceptionOfType(JDBCException.class).isThrownBy(() -> session.upsert(seal(1, "two")));
		}
		try (StatelessSession session = factory.openStatelessSession()) {
			session.upsert(seal(1, "one"));
		}
		assertThat(waiting()).isEmpty();
	}

	private static Seal seal(int id, String name) {
		return new Seal(id, name, new Seal.Mark("red", null));
	}

	private Map<?, ?> waiting() {
		Map<?, ?> dispatchers = (Map<?, ?>) ReflectionTestUtils.getField(this.application.bean(EventBridge.class),
				"dispatchers");
		return (Map<?, ?>) ReflectionTestUtils.getField(dispatchers.values().iterator().next(), "work");
	}

	/** Everything is in the session, so that nothing is read that is not there yet. */
	private void run(Consumer<EntityManager> work, Consumer<EntityManager> then) {
		try {
			this.application.inTransaction((em) -> {
				em.find(Account.class, 2L);
				em.find(Safe.class, 1L);
				this.listener.then = then;
				work.accept(em);
			});
		}
		finally {
			this.listener.then = null;
		}
	}

	@EntityScan(basePackageClasses = Safe.class)
	static class Listener {

		private EntityManager entityManager;

		private Consumer<EntityManager> then;

		private Consumer<EntityManager> afterNote;

		private Consumer<Safe> onSafe;

		private final List<String> safes = new ArrayList<>();

		@EventListener
		void before(BeforeWrite<Safe> event) {
			if (this.onSafe != null) {
				event.set("name", "set");
				this.onSafe.accept(event.entity());
			}
		}

		@EventListener
		void after(AfterRowChange<Safe> event) {
			this.safes.add(event.getClass().getSimpleName());
		}

		@EventListener
		void after(CommittedChanges<Safe> event) {
			event.forEach((change) -> this.safes.add("committed " + change.operation()));
		}

		@EventListener
		void after(AfterUpdate<Seal> event) {
		}

		@EventListener
		void after(AfterInsert<Note> event) {
			if (this.afterNote != null) {
				this.afterNote.accept(this.entityManager);
			}
		}

		@EventListener
		void on(BeforeRowChange<Account> event) {
			if (this.then != null) {
				this.then.accept(this.entityManager);
			}
		}

	}

}
