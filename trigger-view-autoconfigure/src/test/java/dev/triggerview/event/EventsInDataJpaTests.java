package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;

import dev.triggerview.event.bank.Account;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** The slice of Spring Boot that switches auto-configuration off keeps the bridge. */
@DataJpaTest(properties = "spring.liquibase.enabled=false")
@ContextConfiguration(classes = { EventsApplication.Bank.class, EventsInDataJpaTests.Recorder.class })
class EventsInDataJpaTests {

	@Test
	void listenersAreCalled(@Autowired EntityManager em, @Autowired Recorder recorder) {
		em.persist(new Account(1, "Ann"));
		em.flush();
		assertThat(recorder.events).hasSize(1);
	}

	static class Recorder {

		private final List<AfterInsert<Account>> events = new ArrayList<>();

		@EventListener
		void on(AfterInsert<Account> event) {
			this.events.add(event);
		}

	}

}
