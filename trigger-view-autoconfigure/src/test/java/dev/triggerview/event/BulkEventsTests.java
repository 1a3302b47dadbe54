package dev.triggerview.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Car;
import dev.triggerview.event.bank.Locker;
import dev.triggerview.event.bank.Seat;
import dev.triggerview.event.bank.Ticket;
import dev.triggerview.event.bank.Vehicle;
import dev.triggerview.event.bank.Visit;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaDelete;
import jakarta.persistence.criteria.CriteriaUpdate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EachDatabase
class BulkEventsTests {

	private final FreshDatabase database;

	private final EventsApplication application;

	private final Recorder recorder;

	BulkEventsTests(FreshDatabase database) {
		this.database = database;
		this.application = EventsApplication.shared(database, Recorder.class);
		this.recorder = this.application.bean(Recorder.class);
	}

	@AfterParameterizedClassInvocation
	static void close() {
		EventsApplication.closeShared();
	}

	@BeforeEach
	void startWithTwo() {
		this.database.execute("delete from account", "delete from ticket");
		this.application.inTransaction((em) -> {
			em.persist(new Account(1, "Ann"));
			em.persist(new Account(2, "Bob"));
			em.persist(new Ticket("printer"));
		});
		this.recorder.events.clear();
		this.recorder.ids.clear();
	}

	@Test
	void statementsInHqlAreTold() {
		this.application.inTransaction(
				(em) -> em.createQuery("update Account a set a.owner = 'Eve' where a.id > 1").executeUpdate());
		this.application.inTransaction((em) -> em.createQuery("delete from Account").executeUpdate());
		assertThat(this.recorder.events).containsExactly("BulkChange<Account>[UPDATE 1]",
				"BulkChange<Account>[DELETE 2]");
	}

	@Test
	void statementsByTheCriteriaApiAreTold() {
		this.application.inTransaction((em) -> {
			CriteriaBuilder builder = em.getCriteriaBuilder();
			CriteriaUpdate<Account> update = builder.createCriteriaUpdate(Account.class);
			update.from(Account.class);
			em.createQuery(update.set("owner", "Eve")).executeUpdate();
			CriteriaDelete<Account> delete = builder.createCriteriaDelete(Account.class);
			delete.from(Account.class);
			em.createQuery(delete).executeUpdate();
		});
		assertThat(this.recorder.events).containsExactly("BulkChange<Account>[UPDATE 2]",
				"BulkChange<Account>[DELETE 2]");
	}

	@Test
	void nativeStatementsAreTold() {
		this.application.inTransaction((em) -> {
			em.createNativeQuery("insert into account (id, owner, version) values (3, 'Eve', 0)").executeUpdate();
			em.createNativeQuery("UPDATE account SET owner = 'Eve'").executeUpdate();
			em.createNativeQuery("/* clean up */ delete from account where id = 3").executeUpdate();
		});
		assertThat(this.recorder.events).containsExactly("BulkChange<Account>[INSERT 1]",
				"BulkChange<Account>[UPDATE 3]", "BulkChange<Account>[DELETE 1]");
	}

	@Test
	void aSoftDeleteIsADeleteAndNothingElseIs() {
		this.database.execute("delete from locker");
		this.application.inTransaction((em) -> {
			em.persist(new Locker(1, "Ann"));
			em.flush();
			em.createQuery("update Locker set renter = 'Bob'").executeUpdate();
			em.createQuery("delete from Locker l where l.renter = 'Bob'").executeUpdate();
			em.createNativeQuery("update locker set deleted = deleted").executeUpdate();
		});
		assertThat(this.recorder.events).containsExactly("BulkChange<Locker>[UPDATE 1]", "BulkChange<Locker>[DELETE 1]",
				"BulkChange<Locker>[UPDATE 1]");
	}

	@Test
	void aTableWithoutListenersIsNotTold() {
		this.application.inTransaction((em) -> em.createQuery("delete from Ticket").executeUpdate());
		assertThat(this.recorder.events).isEmpty();
	}

	@Test
	void suppressedStatementsAreNotTold() {
		this.application.inTransaction((em) -> this.application.bean(EntityEvents.class)
			.suppress(() -> em.createQuery("delete from Account").executeUpdate()));
		assertThat(this.recorder.events).isEmpty();
	}

	@Test
	void statementsCanBeRefusedBeforeTheyAreExecuted() {
		try (FreshDatabase own = this.database.kind().create();
				EventsApplication refusing = EventsApplication.start(own, Recorder.class,
						"trigger-view.events.bulk=refuse")) {
			refusing.inTransaction((em) -> em.persist(new Account(1, "Ann")));
			assertThatExceptionOfType(BulkRefusedException.class).isThrownBy(
					() -> refusing.inTransaction((em) -> em.createNativeQuery("delete from account").executeUpdate()))
				.withMessageContaining("Account")
				.withMessageContaining("trigger-view.events.bulk");
			assertThat(own.value("select count(*) from account")).isEqualTo("1");
			refusing.inTransaction((em) -> em.createQuery("delete from Ticket").executeUpdate());
		}
	}

	@Test
	void aStatementOnSeveralTablesIsToldOnce() {
		this.database.execute("delete from car", "delete from vehicle");
		this.application.inTransaction((em) -> {
			em.persist(new Car(1, "ZH 1", "red"));
			em.persist(new Car(2, "ZH 2", "red"));
		});
		this.application.inTransaction((em) -> {
			em.createQuery("update Car set color = 'blue', changedBy = 'Ann' where id > 1").executeUpdate();
			em.createQuery("update Vehicle set changedBy = 'Bob'").executeUpdate();
			em.createQuery("delete from Car where color = 'blue'").executeUpdate();
			em.createQuery("delete from Vehicle").executeUpdate();
		});
		assertThat(this.recorder.events).containsExactly("BulkChange<Car>[UPDATE 1]", "BulkChange<Vehicle>[UPDATE 2]",
				"BulkChange<Car>[DELETE 1]", "BulkChange<Vehicle>[DELETE 1]");
		assertThat(this.database.rows("select id from vehicle")).isEmpty();
	}

	@Test
	void aStatementOnTheBaseOfAnEntityWithListenersIsRefused() {
		try (FreshDatabase own = this.database.kind().create();
				EventsApplication refusing = EventsApplication.start(own, OfCars.class,
						"trigger-view.events.bulk=refuse")) {
			refusing.inTransaction((em) -> em.persist(new Car(1, "ZH 1", "red")));
			for (String statement : List.of("delete from Vehicle", "update Car set color = 'blue'")) {
				assertThatExceptionOfType(BulkRefusedException.class)
					.isThrownBy(() -> refusing.inTransaction((em) -> em.createQuery(statement).executeUpdate()))
					.withMessageContaining("Car");
			}
			assertThat(own.rows("select color from car")).containsExactly(List.of("red"));
		}
	}

	@Test
	void ignoredStatementsAreExecutedAndNotTold() {
		try (FreshDatabase own = this.database.kind().create();
				EventsApplication ignoring = EventsApplication.start(own, Recorder.class,
						"trigger-view.events.bulk=ignore")) {
			ignoring.inTransaction((em) -> em.persist(new Account(1, "Ann")));
			ignoring.inTransaction((em) -> em.createQuery("delete from Account").executeUpdate());
			assertThat(own.value("select count(*) from account")).isEqualTo("0");
			assertThat(ignoring.bean(Recorder.class).events).isEmpty();
		}
	}

	@Test
	void identifiersAreAskedForOnlyWhereTheyAreWanted() {
		this.application.inTransaction((em) -> em.createQuery("delete from Account").executeUpdate());
		assertThat(this.recorder.ids).containsExactly(Optional.empty());
	}

	@Test
	void identifiersAreThoseOfTheRowsThatTheStatementWrites() {
		try (FreshDatabase own = this.database.kind().create();
				EventsApplication asking = EventsApplication.start(own, Recorder.class,
						"trigger-view.events.bulk-ids=true")) {
			List<Optional<List<Object>>> ids = asking.bean(Recorder.class).ids;
			asking.inTransaction((em) -> {
				for (long id = 1; id <= 4; id++) {
					em.persist(new Account(id, "Ann"));
				}
			});
			asking.inTransaction((em) -> {
				em.createQuery("update Account a set a.owner = :name where a.id > :id and a.owner = 'Ann'")
					.setParameter("name", "Eve")
					.setParameter("id", 2)
					.executeUpdate();
				em.createNativeQuery("delete from account where owner = ?1 or id in (1, 17)")
					.setParameter(1, "Eve")
					.executeUpdate();
				em.createQuery("delete from Account").executeUpdate();
				em.createNativeQuery("insert into account (id, owner, version) values (3, 'Eve', 0)").executeUpdate();
			});
			assertThat(ids).containsExactly(Optional.of(List.of(3L, 4L)), Optional.of(List.of(1L, 3L, 4L)),
					Optional.of(List.of(2L)), Optional.empty());
		}
	}

	@Test
	void identifiersOfSeveralColumnsAreWholeOnes() {
		try (FreshDatabase own = this.database.kind().create(); EventsApplication asking = asking(own)) {
			LocalDate day = LocalDate.of(2026, 11, 22);
			asking.inTransaction((em) -> {
				List.of(new Seat("A", 1), new Seat("A", 2), new Seat("B", 1)).forEach(em::persist);
				List.of(new Visit(7, day), new Visit(7, day.plusDays(1)), new Visit(8, day)).forEach(em::persist);
			});
			asking.inTransaction((em) -> {
				em.createQuery("update Seat set guest = :guest where place.hall = :hall")
					.setParameter("guest", "Ann")
					.setParameter("hall", "A")
					.executeUpdate();
				em.createNativeQuery("delete from seat where hall = 'B'").executeUpdate();
				em.createQuery("update Visit set reason = 'loan' where date = :day")
					.setParameter("day", day)
					.executeUpdate();
			});
			assertThat(asking.bean(AnyRecorder.class).ids).containsExactly(
					Set.of(new Seat.Place("A", 1), new Seat.Place("A", 2)), Set.of(new Seat.Place("B", 1)),
					Set.of(new Visit.Key(7, day), new Visit.Key(8, day)));
		}
	}

	@Test
	void identifiersOfJoinedTablesAreThoseOfTheEntity() {
		try (FreshDatabase own = this.database.kind().create(); EventsApplication asking = asking(own)) {
			asking.inTransaction((em) -> {
				for (int id = 1; id <= 3; id++) {
					em.persist(new Car(id, "ZH " + id, "red"));
				}
			});
			asking.inTransaction((em) -> {
				for (int id = 1; id <= 2; id++) {
					em.createQuery("update Car set color = 'blue', changedBy = :who where id > :id")
						.setParameter("id", id)
						.setParameter("who", "Ann")
						.executeUpdate();
				}
				em.createQuery("delete from Vehicle where changedBy is null").executeUpdate();
				em.createQuery("delete from Vehicle where id = 17").executeUpdate();
			});
			assertThat(asking.bean(AnyRecorder.class).ids).containsExactly(Set.of(2L, 3L), Set.of(3L), Set.of(1L),
					Set.of());
			assertThat(own.rows("select id, color from car order by id")).hasSize(2);
		}
	}

	private static EventsApplication asking(FreshDatabase database) {
		return EventsApplication.start(database, AnyRecorder.class, "trigger-view.events.bulk-ids=true");
	}

	static class AnyRecorder {

		private final List<Set<Object>> ids = new ArrayList<>();

		@EventListener
		void bulk(BulkChange<?> event) {
			this.ids.add(new HashSet<>(event.ids().orElseThrow()));
		}

	}

	static class OfCars {

		@EventListener
		void on(AfterInsert<Car> event) {
		}

	}

	static class Recorder {

		private final List<String> events = new ArrayList<>();

		private final List<Optional<List<Object>>> ids = new ArrayList<>();

		@EventListener
		void vehicles(BulkChange<Vehicle> event) {
			this.events.add(event.toString());
		}

		@EventListener
		void lockers(BulkChange<Locker> event) {
			this.events.add(event.toString());
		}

		@EventListener
		void bulk(BulkChange<Account> event) {
			this.events.add(event.toString());
			this.ids.add(event.ids().map((ids) -> ids.stream().sorted().toList()));
		}

	}

}
