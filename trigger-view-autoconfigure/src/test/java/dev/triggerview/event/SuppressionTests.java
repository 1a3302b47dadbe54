package dev.triggerview.event;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Auditable;
import dev.triggerview.event.bank.Ticket;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EachDatabase
class SuppressionTests {

	private final FreshDatabase database;

	private final EventsApplication application;

	private final TransactionRecorder recorder;

	SuppressionTests(FreshDatabase database) {
		this.database = database;
		this.application = EventsApplication.shared(database, TransactionRecorder.class);
		this.recorder = this.application.bean(TransactionRecorder.class);
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
		});
	}

	@Test
	void suppressedWorkIsToldToNobody() {
		EntityEvents events = this.application.bean(EntityEvents.class);
		this.application.inTransaction((em) -> {
			em.persist(new Account(1, "heard"));
			events.suppress(() -> em.persist(new Account(2, "silent")));
			events.suppress(() -> {
				em.persist(new Account(3, "silent"));
				em.persist(new Ticket("heard"));
			}, Auditable.class);
			em.persist(new Account(4, "heard"));
		});
		assertThat(this.recorder.committed.get(0).newTable())
			.extracting((row) -> row.properties().contains("owner") ? row.get("owner") : row.get("subject"))
			.isEqualTo(List.of("heard", "heard", "heard"));
		assertThat(this.database.value("select count(*) from account")).isEqualTo("4");
	}

	@Test
	void silenceEndsWithAnException() {
		EntityEvents events = this.application.bean(EntityEvents.class);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> events.suppress(() -> {
			throw new Refused();
		}));
		this.application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
		assertThat(this.recorder.committed).hasSize(1);
	}

	@Test
	void nestedSilencesAddUpAndEndOneByOne() {
		EntityEvents events = this.application.bean(EntityEvents.class);
		this.application.inTransaction((em) -> events.suppress(() -> {
			em.persist(new Account(1, "silent"));
			em.persist(new Ticket("heard 1"));
			events.suppress(() -> {
				em.persist(new Account(2, "silent"));
				em.persist(new Ticket("silent"));
			}, Ticket.class);
			em.persist(new Account(3, "silent"));
			em.persist(new Ticket("heard 2"));
			events.suppress(() -> em.persist(new Ticket("silent too")));
			em.persist(new Ticket("heard 3"));
		}, Account.class));
		assertThat(heard()).containsExactly("heard 1", "heard 2", "heard 3");
	}

	@Test
	void anExceptionEndsTheInnerSilenceAndNotTheOuterOne() {
		EntityEvents events = this.application.bean(EntityEvents.class);
		this.application.inTransaction((em) -> {
			events.suppress(() -> {
				assertThatExceptionOfType(Refused.class).isThrownBy(() -> events.suppress(() -> {
					throw new Refused();
				}));
				assertThatExceptionOfType(Refused.class).isThrownBy(() -> events.suppress(() -> {
					throw new Refused();
				}, Ticket.class));
				em.persist(new Account(1, "silent"));
				em.persist(new Ticket("heard"));
			}, Account.class);
			em.persist(new Account(2, "heard too"));
		});
		assertThat(heard()).containsExactlyInAnyOrder("heard", "heard too");
	}

	@Test
	void theSilenceOfOneThreadIsNotThatOfAnother() {
		EntityEvents events = this.application.bean(EntityEvents.class);
		events.suppress(
				() -> CompletableFuture
					.runAsync(() -> this.application.inTransaction((em) -> em.persist(new Account(1, "heard"))),
							(work) -> new Thread(work).start())
					.join());
		assertThat(heard()).containsExactly("heard");
	}

	private List<Object> heard() {
		return this.recorder.committed.stream()
			.flatMap((event) -> event.newTable().stream())
			.map((row) -> row.properties().contains("owner") ? row.get("owner") : row.get("subject"))
			.toList();
	}

	static class Refused extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
