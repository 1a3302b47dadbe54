package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Branch;
import dev.triggerview.event.bank.BranchRepository;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;

import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.SpringProperties;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What is generated depends on no database: one is enough. */
class EventsAheadOfTimeTests {

	@Test
	@CompileWithForkedClassLoader
	void listenersOfAGeneratedApplicationAreCalled() throws ReflectiveOperationException {
		// The forked class loader has no drivers until one is loaded.
		Class.forName("org.h2.Driver");
		try (FreshDatabase database = TestDatabase.H2.create()) {
			runGenerated(database, (application) -> {
				EntityManager em = SharedEntityManagerCreator
					.createSharedEntityManager(application.getBean(EntityManagerFactory.class));
				TransactionTemplate transaction = new TransactionTemplate(
						application.getBean(PlatformTransactionManager.class));
				transaction.executeWithoutResult((status) -> em.persist(new Account(1, "Ann")));
				transaction.executeWithoutResult((status) -> em.find(Account.class, 1L).setOwner("Bob"));
				assertThat(application.getBean(Teller.class).heard).containsExactly("inserted by trigger", "1 branches",
						"committed 1", "after commit", "Ann is Bob", "committed 1");
			});
		}
	}

	private static void runGenerated(FreshDatabase database, Consumer<GenericApplicationContext> test) {
		AnnotationConfigApplicationContext source = new AnnotationConfigApplicationContext();
		TestPropertyValues properties = TestPropertyValues
			.of(database.springPropertiesAnd("spring.jpa.hibernate.ddl-auto=create", "spring.liquibase.enabled=false"));
		properties.applyTo(source);
		source.register(EventsApplication.Bank.class, Teller.class);
		TestGenerationContext generation = new TestGenerationContext();
		ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(source, generation);
		generation.writeGeneratedContent();
		TestCompiler.forSystem().with(generation).compile((compiled) -> {
			SpringProperties.setProperty("spring.aot.enabled", "true");
			try (GenericApplicationContext application = new GenericApplicationContext()) {
				properties.applyTo(application);
				initializer(compiled.getInstance(ApplicationContextInitializer.class, initializer.toString()))
					.initialize(application);
				application.refresh();
				test.accept(application);
			}
			finally {
				SpringProperties.setProperty("spring.aot.enabled", null);
			}
		});
	}

	@SuppressWarnings("unchecked")
	private static ApplicationContextInitializer<GenericApplicationContext> initializer(Object generated) {
		return (ApplicationContextInitializer<GenericApplicationContext>) generated;
	}

	static class Teller {

		private final List<String> heard = new ArrayList<>();

		private final BranchRepository branches;

		Teller(@Lazy BranchRepository branches) {
			this.branches = branches;
		}

		@EventListener
		void stamp(BeforeInsert<Account> insert) {
			insert.set("changedBy", "trigger");
		}

		@EventListener
		void inserted(AfterInsert<Account> insert) {
			this.heard.add("inserted by " + insert.now("changedBy"));
			this.branches.save(new Branch(1, "Main"));
			this.heard.add(this.branches.count() + " branches");
		}

		@EntityTrigger(of = "owner", when = "new.owner == 'Bob'")
		void renamed(AfterUpdate<Account> update) {
			this.heard.add(update.old("owner") + " is " + update.now("owner"));
		}

		@EventListener
		void committed(CommittedChanges<Account> changes) {
			this.heard.add("committed " + changes.all().size());
		}

		@TransactionalEventListener
		void afterCommit(AfterInsert<Account> insert) {
			this.heard.add("after commit");
		}

	}

}
