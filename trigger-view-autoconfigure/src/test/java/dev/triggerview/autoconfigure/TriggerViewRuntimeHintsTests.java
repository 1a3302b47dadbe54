package dev.triggerview.autoconfigure;

import java.lang.reflect.Method;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import dev.triggerview.liquibase.CreateTriggerChange;
import dev.triggerview.liquibase.TriggerVariant;
import liquibase.change.Change;
import liquibase.diff.compare.DatabaseObjectComparator;
import liquibase.diff.output.changelog.ChangeGenerator;
import liquibase.parser.ChangeLogParser;
import liquibase.parser.NamespaceDetails;
import liquibase.precondition.Precondition;
import liquibase.snapshot.SnapshotGenerator;
import liquibase.sqlgenerator.SqlGenerator;
import liquibase.structure.DatabaseObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.boot.test.context.FilteredClassLoader;

import static org.assertj.core.api.Assertions.assertThat;

/** What Spring collects for a native image; none is built. */
class TriggerViewRuntimeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	@BeforeEach
	void collect() {
		AotServices.factories()
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter(TriggerViewRuntimeHints.class::isInstance)
			.forEach((registrar) -> registrar.registerHints(this.hints, getClass().getClassLoader()));
	}

	@ParameterizedTest
	@ValueSource(classes = { Change.class, ChangeGenerator.class, ChangeLogParser.class, DatabaseObject.class,
			DatabaseObjectComparator.class, NamespaceDetails.class, Precondition.class, SnapshotGenerator.class,
			SqlGenerator.class })
	void whatLiquibaseFindsCanBeCreatedAndFilled(Class<?> service) {
		List<? extends Class<?>> own = ServiceLoader.load(service)
			.stream()
			.map(ServiceLoader.Provider::type)
			.filter((type) -> type.getPackage().equals(CreateTriggerChange.class.getPackage()))
			.toList();
		assertThat(own).isNotEmpty()
			.allSatisfy((type) -> assertThat(RuntimeHintsPredicates.reflection()
				.onType(type)
				.withMemberCategories(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
						MemberCategory.INVOKE_PUBLIC_METHODS))
				.accepts(this.hints));
		assertHasResource("META-INF/services/" + service.getName());
	}

	@Test
	void everyAttributeCanBeReadAndSet() {
		assertThat(Stream.of(CreateTriggerChange.class, TriggerVariant.class)
			.flatMap((type) -> Stream.of(type.getMethods()))
			.filter((method) -> method.getName().matches("(get|set)[A-Z].*"))
			.filter((method) -> method.getDeclaringClass().getPackage().equals(TriggerVariant.class.getPackage())))
			.hasSizeGreaterThan(50)
			.allSatisfy(this::assertIsInvoked);
	}

	private void assertIsInvoked(Method method) {
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method)).accepts(this.hints);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "www.triggerview.dev/xml/ns/trigger-view-latest.xsd", "dev/triggerview/trigger/catalog/h2.sql",
					"dev/triggerview/trigger/function/postgresql.sql", "dev/triggerview/view/catalog/sqlite.sql" })
	void whatIsReadFromTheJarIsKept(String resource) {
		assertThat(getClass().getClassLoader().getResource(resource)).isNotNull();
		assertHasResource(resource);
	}

	@Test
	void keepsNothingOfLiquibaseWithoutIt() {
		RuntimeHints without = new RuntimeHints();
		new TriggerViewRuntimeHints().registerHints(without, new FilteredClassLoader("liquibase"));
		assertThat(RuntimeHintsPredicates.reflection().onType(CreateTriggerChange.class)).rejects(without);
		assertThat(RuntimeHintsPredicates.resource().forResource("dev/triggerview/view/catalog/h2.sql"))
			.accepts(without);
	}

	private void assertHasResource(String resource) {
		assertThat(RuntimeHintsPredicates.resource().forResource(resource)).accepts(this.hints);
	}

}
