package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;

import dev.triggerview.event.bank.Branch;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The one write of which an event tells and, on one database, no trigger: MariaDB does
 * not write the row of an upsert that changes nothing (MariaDB, INSERT ON DUPLICATE KEY
 * UPDATE).
 */
@EachDatabase
class UpsertTriggersTests {

	private final FreshDatabase database;

	UpsertTriggersTests(FreshDatabase database) {
		this.database = database;
	}

	@Test
	void anUpsertWithoutAChangeIsToldAndWrittenByAllButMariaDb() {
		try (EventsApplication application = EventsApplication.start(this.database, Recorder.class)) {
			RowLog log = new RowLog(this.database);
			log.create();
			for (String name : List.of("Main", "Main", "Side")) {
				application.bean(EntityManagerFactory.class)
					.unwrap(SessionFactory.class)
					.inStatelessTransaction((session) -> session.upsert(new Branch(1, name)));
			}
			assertThat(application.bean(Recorder.class).heard).containsExactly("INSERT Main", "UPDATE Main",
					"UPDATE Side");
			String update = "update branch 1 Main:-:0 > ";
			assertThat(log.lines()).containsExactlyElementsOf(
					this.database.is(TestDatabase.MARIADB) ? List.of("insert branch 1 > Main:-:0", update + "Side:-:0")
							: List.of("insert branch 1 > Main:-:0", update + "Main:-:0", update + "Side:-:0"));
		}
	}

	static class Recorder {

		private final List<String> heard = new ArrayList<>();

		@EventListener
		void on(AfterRowChange<Branch> event) {
			this.heard.add(event.operation() + " " + event.now("name"));
		}

	}

}
