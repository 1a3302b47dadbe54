package dev.triggerview.repository;

import java.util.List;
import java.util.function.Consumer;

import dev.triggerview.hibernate.ReadOnlyViewPersister;
import dev.triggerview.repository.shop.CustomerTotal;
import dev.triggerview.repository.shop.CustomerTotals;
import dev.triggerview.repository.shop.Customers;
import dev.triggerview.repository.shop.NameAndTotal;
import dev.triggerview.repository.shop.Sale;
import dev.triggerview.repository.shop.Sales;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.view.ReadOnlyViewException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.SpringProperties;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.javapoet.ClassName;
import org.springframework.test.util.AopTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is generated depends on no database: one is enough. */
@ExtendWith(OutputCaptureExtension.class)
class AheadOfTimeTests {

	@Test
	@CompileWithForkedClassLoader
	void generatedApplicationReadsOnly(CapturedOutput output) throws ReflectiveOperationException {
		// The forked class loader has no drivers until one is loaded.
		Class.forName("org.h2.Driver");
		try (FreshDatabase database = TestDatabase.H2.create()) {
			Views.create(database);
			runGenerated(database, (application) -> {
				CustomerTotals totals = application.getBean(CustomerTotals.class);
				assertThat(totals.findAll(NameAndTotal.class)).hasSize(4);
				assertThat(totals.findByCityOrderByName("Bonn")).map(CustomerTotal::getName)
					.containsExactly("Ann", "Bob");
				assertThat(totals.buyers()).extracting(NameAndTotal::name).containsExactly("Ann", "Bob");
				JpaRepository<?, ?> target = AopTestUtils.getTargetObject(totals);
				assertThatExceptionOfType(ReadOnlyViewException.class).isThrownBy(target::deleteAll);
				Sales sales = application.getBean(Sales.class);
				assertThat(sales.findAll()).hasSize(5).contains(new Sale(null, "Dan", null, null));
				assertThat(sales.findByCityOrderByPaidDesc("Bonn")).hasSize(3);
				assertThat(sales.countByCustomerName("Dan")).isEqualTo(1);
				assertThat(sales.nowhere()).hasSize(1);
				assertThat(application.getBean(Customers.class).count()).isEqualTo(4);
			});
		}
		assertThat(output).doesNotContain("ERROR");
	}

	private static void runGenerated(FreshDatabase database, Consumer<GenericApplicationContext> test)
			throws ReflectiveOperationException {
		AnnotationConfigApplicationContext source = new AnnotationConfigApplicationContext();
		TestPropertyValues properties = TestPropertyValues.of(database.springProperties());
		properties.applyTo(source);
		source.register(Views.Shop.class);
		TestGenerationContext generation = new TestGenerationContext();
		ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(source, generation);
		generation.writeGeneratedContent();
		assertKept(generation.getRuntimeHints());
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

	/** A native image drops what nobody is known to ask for by its name. */
	private static void assertKept(RuntimeHints hints) throws ReflectiveOperationException {
		for (Class<?> row : List.of(Sale.class, NameAndTotal.class)) {
			assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation(row.getDeclaredConstructors()[0]))
				.accepts(hints);
		}
		assertThat(RuntimeHintsPredicates.reflection()
			.onConstructorInvocation(ReadOnlyViewPersister.class.getConstructors()[0])).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onConstructorInvocation(RecordMappingContributor.class.getConstructor())).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onConstructorInvocation(ReadOnlyJpaRepository.class.getDeclaredConstructors()[0])).accepts(hints);
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(EntityManager.class)).accepts(hints);
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(TypedQuery.class)).accepts(hints);
		for (String resource : List.of("view/catalog/h2.sql", "trigger/catalog/postgresql.sql")) {
			assertThat(RuntimeHintsPredicates.resource().forResource("/dev/triggerview/" + resource)).accepts(hints);
		}
	}

	@SuppressWarnings("unchecked")
	private static ApplicationContextInitializer<GenericApplicationContext> initializer(Object generated) {
		return (ApplicationContextInitializer<GenericApplicationContext>) generated;
	}

}
