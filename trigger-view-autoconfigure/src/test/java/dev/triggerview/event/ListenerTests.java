package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Car;
import dev.triggerview.event.bank.Ticket;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.internal.DefaultAutoFlushEventListener;
import org.hibernate.event.internal.DefaultFlushEntityEventListener;
import org.hibernate.event.internal.DefaultFlushEventListener;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** On H2 only: how listeners are found and called does not depend on the database. */
class ListenerTests {

	@Test
	void listenersAreCalledInTheirOrder() {
		run(Ordered.class, (application, log) -> {
			application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
			assertThat(log).containsExactly("first", "second", "third");
		});
	}

	@Test
	void theOrderHoldsWhenOneOfThemIsReachedThroughSpringOnly() {
		run(OrderedWithOther.class, (application, log) -> {
			application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
			assertThat(log).containsExactly("first", "other", "third");
		});
	}

	@Test
	void aConditionIsAsked() {
		run(Conditional.class, (application, log) -> {
			application.inTransaction((em) -> {
				em.persist(new Account(1, "Ann"));
				em.persist(new Account(2, "Bob"));
			});
			assertThat(log).containsExactly("Bob");
		});
	}

	@Test
	void aResultIsPublished() {
		run(Publishing.class, (application, log) -> {
			application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
			assertThat(log).containsExactly("Welcome[owner=Ann]");
		});
	}

	@Test
	void aGenericBaseClassHearsTheEntityOfItsSubclass() {
		run(OfCars.class, (application, log) -> {
			application.inTransaction((em) -> {
				em.persist(new Account(1, "Ann"));
				em.persist(new Car(1, "ZH 1", "red"));
			});
			assertThat(log).containsExactly("AfterInsert<Car>[id=1]");
		});
	}

	@Test
	void listenersThatKeepChangingRowsAreStoppedWithTheirChain() {
		run(Endless.class,
				(application, log) -> assertThatExceptionOfType(EventLimitException.class)
					.isThrownBy(() -> application.inTransaction((em) -> em.persist(new Account(1, "Ann"))))
					.withMessageContaining("16 times")
					.withMessageContaining(
							"AfterInsert<Account> (Endless.inserted) -> AfterUpdate<Account> (Endless.updated)"));
	}

	@Test
	void aListenerMayPersistQueryRemoveAndFlush() {
		run(Working.class, (application, log) -> {
			application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
			application.inTransaction((em) -> {
				assertThat(em.createQuery("select t.subject from Ticket t", String.class).getResultList())
					.containsExactly("1 accounts");
				assertThat(em.createQuery("from Car", Car.class).getResultList()).isEmpty();
			});
		});
	}

	@Test
	void aBeforeListenerMayQueryAndMustNotFlush() {
		run(Flushing.class, (application, log) -> {
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> application.inTransaction((em) -> em.persist(new Account(1, "Ann"))))
				.withMessageContaining("BeforeInsert<Account>")
				.withMessageContaining("after-event");
			assertThat(log).containsExactly("0 accounts");
		});
	}

	@Test
	void aRowThatNoFlushFollowsIsToldBeforeTheCommit() {
		run(OfTickets.class, (application, log) -> {
			application.inTransaction((em) -> {
				em.unwrap(Session.class).setHibernateFlushMode(FlushMode.MANUAL);
				em.persist(new Ticket("printer"));
				assertThat(log).isEmpty();
			});
			assertThat(log).hasSize(1);
		});
	}

	@Test
	void withoutListenersNothingIsRegisteredWithHibernate() {
		run(Nothing.class, (application, log) -> {
			EventListenerRegistry registry = application.bean(EntityManagerFactory.class)
				.unwrap(SessionFactoryImplementor.class)
				.getServiceRegistry()
				.requireService(EventListenerRegistry.class);
			assertThat(List.of(EventType.PRE_INSERT, EventType.PRE_UPDATE, EventType.PRE_DELETE, EventType.POST_INSERT,
					EventType.POST_UPDATE, EventType.POST_DELETE))
				.allSatisfy((type) -> assertThat(all(registry, type)).noneMatch(ListenerTests::isOurs));
			assertThat(all(registry, EventType.FLUSH)).hasExactlyElementsOfTypes(DefaultFlushEventListener.class);
			assertThat(all(registry, EventType.AUTO_FLUSH))
				.hasExactlyElementsOfTypes(DefaultAutoFlushEventListener.class);
			assertThat(all(registry, EventType.FLUSH_ENTITY))
				.hasExactlyElementsOfTypes(DefaultFlushEntityEventListener.class);
		});
	}

	private static boolean isOurs(Object listener) {
		return listener.getClass().getPackageName().equals(ListenerTests.class.getPackageName());
	}

	@SuppressWarnings("deprecation")
	private static List<Object> all(EventListenerRegistry registry, EventType<?> type) {
		List<Object> listeners = new ArrayList<>();
		registry.getEventListenerGroup(type).listeners().forEach(listeners::add);
		return listeners;
	}

	private static void run(Class<?> listeners, BiConsumer<EventsApplication, List<String>> test) {
		LOG.clear();
		try (FreshDatabase database = TestDatabase.H2.create();
				EventsApplication application = EventsApplication.start(database, listeners)) {
			test.accept(application, LOG);
		}
	}

	private static final List<String> LOG = new ArrayList<>();

	static class Nothing {

	}

	static class Ordered {

		@EventListener
		@Order(3)
		void third(AfterInsert<Account> event) {
			LOG.add("third");
		}

		@EventListener
		@Order(1)
		void first(RowChange<?> event) {
			if (event instanceof AfterInsert) {
				LOG.add("first");
			}
		}

		@EventListener
		@Order(2)
		void second(AfterInsert<? extends Account> event) {
			LOG.add("second");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrderedWithOther {

		@EventListener
		@Order(3)
		void third(AfterInsert<Account> event) {
			LOG.add("third");
		}

		@EventListener
		@Order(1)
		void first(AfterRowChange<?> event) {
			LOG.add("first");
		}

		@Bean
		Other other() {
			return new Other();
		}

	}

	@Order(2)
	static class Other implements ApplicationListener<PayloadApplicationEvent<AfterInsert<Account>>> {

		@Override
		public void onApplicationEvent(PayloadApplicationEvent<AfterInsert<Account>> event) {
			LOG.add("other");
		}

	}

	static class Conditional {

		@EventListener(condition = "#event.now('owner') == 'Bob'")
		void bob(AfterInsert<Account> event) {
			LOG.add(event.now("owner"));
		}

	}

	static class Publishing {

		@EventListener
		Welcome welcome(AfterInsert<Account> event) {
			return new Welcome(event.now("owner"));
		}

		@EventListener
		void on(Welcome welcome) {
			LOG.add(welcome.toString());
		}

		record Welcome(String owner) {
		}

	}

	abstract static class Of<T> {

		@EventListener
		void on(AfterInsert<T> event) {
			LOG.add(event.toString());
		}

	}

	static class OfTickets extends Of<Ticket> {

	}

	static class OfCars extends Of<Car> {

	}

	static class Endless {

		@EventListener
		void inserted(AfterInsert<Account> event) {
			event.entity().setOwner("0");
		}

		@EventListener
		void updated(AfterUpdate<Account> event) {
			event.entity().setOwner(event.entity().getOwner() + "0");
		}

	}

	static class Flushing {

		@Autowired
		private EntityManager entityManager;

		@EventListener
		void on(BeforeInsert<Account> event) {
			LOG.add(this.entityManager.createQuery("select count(a) from Account a", Long.class).getSingleResult()
					+ " accounts");
			this.entityManager.flush();
		}

	}

	static class Working {

		@Autowired
		private EntityManager entityManager;

		@EventListener
		void on(AfterInsert<Account> event) {
			Car car = new Car(1, "ZH 1", "red");
			this.entityManager.persist(car);
			this.entityManager.flush();
			Long accounts = this.entityManager.createQuery("select count(a) from Account a", Long.class)
				.getSingleResult();
			this.entityManager.persist(new Ticket(accounts + " accounts"));
			this.entityManager.remove(car);
		}

	}

}
