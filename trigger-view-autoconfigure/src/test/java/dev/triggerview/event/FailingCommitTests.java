package dev.triggerview.event;

import dev.triggerview.event.bank.Account;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * On PostgreSQL and SQLite: the other embedded databases check every constraint at its
 * statement, so that none of their commits fails.
 */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.SQLITE })
class FailingCommitTests {

	private final FreshDatabase database;

	private final EventsApplication application;

	private final TransactionRecorder recorder;

	FailingCommitTests(FreshDatabase database) {
		this.database = database;
		this.application = EventsApplication.shared(database, TransactionRecorder.class);
		this.recorder = this.application.bean(TransactionRecorder.class);
	}

	@AfterParameterizedClassInvocation
	static void close() {
		EventsApplication.closeShared();
	}

	@Test
	void aCommitThatFailsIsARollback() {
		this.database.execute(
				"create table promise (account_id bigint references account (id)" + " deferrable initially deferred)");
		this.recorder.reset();
		assertThatException().isThrownBy(() -> this.application.inTransaction((em) -> {
			em.persist(new Account(1, "Ann"));
			em.persist(new Account(2, "Ann"));
			em.createNativeQuery("insert into promise values (3)").executeUpdate();
		}));
		assertThat(this.recorder.committed).isEmpty();
		assertThat(this.recorder.rolledBack.get(0).all()).hasSize(2);
		assertThat(this.database.value("select count(*) from account")).isEqualTo("0");
	}

}
