package dev.triggerview.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

import dev.triggerview.autoconfigure.EventsAutoConfiguration;
import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Branch;
import dev.triggerview.event.bank.BranchRepository;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;

/** On H2 only: when a listener comes into being does not depend on the database. */
@ExtendWith(OutputCaptureExtension.class)
class ListenerScopesTests {

	private static final List<String> LOG = new ArrayList<>();

	@Test
	void anAsynchronousListenerRunsInAnotherThread() {
		run(Asynchronous.class, (application, log) -> {
			application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
			assertThat(application.bean(Asynchronous.class).thread.join())
				.isNotEqualTo(Thread.currentThread().getName());
		});
	}

	@Test
	void aPrototypeIsMadeForEachCallAndALazyOneAtItsFirst() {
		run(Prototypes.class, (application, log) -> {
			application.inTransaction((em) -> {
				em.persist(new Account(1, "Ann"));
				em.persist(new Account(2, "Bob"));
			});
			assertThat(log).containsExactlyInAnyOrder("prototype", "prototype", "lazy", "made lazy", "lazy");
		});
	}

	@Test
	void aListenerOfARequestBelongsToTheRequest() {
		run(Requests.class, (application, log) -> {
			inRequest(() -> {
				application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
				application.inTransaction((em) -> em.persist(new Account(2, "Bob")));
			});
			inRequest(() -> application.inTransaction((em) -> em.persist(new Account(3, "Eve"))));
			assertThat(log).containsExactly("request", "1 so far", "2 so far", "request", "1 so far");
		});
	}

	@Test
	void aListenerMayUseARepositoryWhetherLazyOrNot() {
		run(Repositories.class, (application, log) -> {
			application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
			assertThat(log).containsExactly("eager 1", "lazy 2");
		});
	}

	@Test
	void aContextThatIsClosedAndStartedAgainTellsItsOwnListenersOnce() {
		try (FreshDatabase database = TestDatabase.H2.create()) {
			for (int start = 0; start < 2; start++) {
				LOG.clear();
				try (EventsApplication application = EventsApplication.start(database, LazyListener.class)) {
					application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
					assertThat(LOG).containsExactly("lazy");
				}
			}
		}
	}

	@Test
	void twoContextsAtOnceDoNotMix() {
		run(LazyListener.class, (first, log) -> {
			try (FreshDatabase database = TestDatabase.H2.create();
					EventsApplication second = EventsApplication.start(database, Repositories.class)) {
				second.inTransaction((em) -> em.persist(new Account(1, "Ann")));
				assertThat(log).containsExactly("eager 1", "lazy 2");
				log.clear();
				first.inTransaction((em) -> em.persist(new Account(1, "Ann")));
				assertThat(log).containsExactly("lazy");
			}
		});
	}

	@Test
	void aListenerInAChildOfTheContextIsNamedBecauseItHearsNothing(CapturedOutput output) {
		run(Prototypes.class, (application, log) -> {
			try (ConfigurableApplicationContext child = new SpringApplicationBuilder(LazyListener.class)
				.sources(EventsAutoConfiguration.class)
				.parent(application.context())
				.web(WebApplicationType.NONE)
				.run()) {
				application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
				assertThat(log).containsExactlyInAnyOrder("prototype", "made lazy", "lazy");
				assertThat(output).contains("LazyListener.on")
					.contains("hear nothing of the entities in a parent of their context");
			}
		});
	}

	@Test
	void theEndOfATransactionThatOutlivesItsContextIsLoggedBecauseNoListenerIsLeft(CapturedOutput output) {
		run(LateListener.class, (application, log) -> {
			application.inTransaction((em) -> {
				em.persist(new Account(1, "Ann"));
				em.flush();
				application.close();
			});
			assertThat(log).isEmpty();
			assertThat(output).contains("LateListener.on").contains("threw after the transaction was over");
		});
	}

	private static void inRequest(Runnable work) {
		work.run();
		Request.BEANS.clear();
	}

	private static void run(Class<?> listeners, BiConsumer<EventsApplication, List<String>> test) {
		LOG.clear();
		try (FreshDatabase database = TestDatabase.H2.create();
				EventsApplication application = EventsApplication.start(database, listeners)) {
			test.accept(application, LOG);
		}
	}

	@EnableAsync
	@Configuration(proxyBeanMethods = false)
	static class Asynchronous {

		private final CompletableFuture<String> thread = new CompletableFuture<>();

		@Bean
		Worker worker(@Lazy Asynchronous result) {
			return new Worker(this.thread);
		}

	}

	static class Worker {

		private final CompletableFuture<String> thread;

		Worker(CompletableFuture<String> thread) {
			this.thread = thread;
		}

		@Async
		@EventListener
		void on(AfterInsert<Account> event) {
			this.thread.complete(Thread.currentThread().getName());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Prototypes {

		@Bean
		@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
		Prototype prototype() {
			LOG.add("prototype");
			return new Prototype();
		}

		@Bean
		@Lazy
		LazyListener lazyListener() {
			LOG.add("made lazy");
			return new LazyListener();
		}

	}

	static class Prototype {

		@EventListener
		void on(AfterInsert<Account> event) {
		}

	}

	static class LateListener {

		@EventListener
		void on(CommittedChanges<Account> event) {
			LOG.add("committed");
		}

		@EventListener
		void on(RolledBackChanges<Account> event) {
			LOG.add("rolled back");
		}

	}

	static class LazyListener {

		@EventListener
		void on(AfterInsert<Account> event) {
			LOG.add("lazy");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Requests {

		@Bean
		static CustomScopeConfigurer requestScope() {
			CustomScopeConfigurer scopes = new CustomScopeConfigurer();
			scopes.addScope("request", new Request());
			return scopes;
		}

		@Bean
		@Scope(scopeName = "request", proxyMode = ScopedProxyMode.TARGET_CLASS)
		RequestListener requestListener() {
			LOG.add("request");
			return new RequestListener();
		}

	}

	/** As a web application's scope is: beans live until the request is over. */
	static class Request extends SimpleThreadScope {

		private static final Map<String, Object> BEANS = new HashMap<>();

		@Override
		public Object get(String name, ObjectFactory<?> factory) {
			return BEANS.computeIfAbsent(name, (key) -> factory.getObject());
		}

	}

	static class RequestListener {

		private int heard;

		@EventListener
		void on(AfterInsert<Account> event) {
			LOG.add(++this.heard + " so far");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Repositories {

		@Bean
		Saving eager(BranchRepository branches) {
			return new Saving("eager", 1, branches);
		}

		@Bean
		Saving lazy(@Lazy BranchRepository branches) {
			return new Saving("lazy", 2, branches);
		}

	}

	record Saving(String name, long id, BranchRepository branches) {

		@EventListener
		void on(AfterInsert<Account> event) {
			this.branches.save(new Branch(this.id, this.name));
			LOG.add(this.name + " " + this.branches.count());
		}

	}

}
