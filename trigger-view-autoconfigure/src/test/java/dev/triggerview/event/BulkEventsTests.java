package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Ticket;
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

	static class Recorder {

		private final List<String> events = new ArrayList<>();

		@EventListener
		void bulk(BulkChange<Account> event) {
			this.events.add(event.toString());
		}

	}

}
