package dev.triggerview.repository;

import java.util.function.Consumer;

import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Scrolling through rows whose identifier is an embeddable. The database has no part in
 * it, so one does.
 */
class EmbeddedKeyTests {

	private static final Sort BY_ID = Sort.by("id");

	private static FreshDatabase database;

	@BeforeAll
	static void create() {
		database = TestDatabase.H2.create();
		Views.create(database);
	}

	@AfterAll
	static void drop() {
		database.close();
	}

	@Test
	void scrollsByOffset() {
		run((residents) -> {
			Window<Resident> first = residents.scroll(ScrollPosition.offset(), BY_ID, Limit.of(2));
			assertThat(residents.scroll(first.positionAt(1), BY_ID, Limit.of(1))).extracting((row) -> row.key.name)
				.containsExactly("Cid");
		});
	}

	@Test
	void refusesAKeysetThatHasNoOrder() {
		run((residents) -> {
			Window<Resident> first = residents.scroll(ScrollPosition.keyset(), BY_ID, Limit.of(2));
			assertThatException().isThrownBy(() -> first.positionAt(1))
				.withMessageContainingAll(Resident.class.getName(), "scroll by offset", "@IdClass");
			Window<Resident> fluent = residents.findBy(Specification.<Resident>unrestricted(),
					(query) -> query.sortBy(BY_ID).limit(1).scroll(ScrollPosition.keyset()));
			assertThatException().isThrownBy(() -> fluent.positionAt(0)).withMessageContaining("scroll by offset");
		});
	}

	/** Why the Javadoc of ViewRepository asks for one kind of position. */
	@Test
	void aDerivedMethodOfBothKindsOfPositionsKeepsTheQueryOfAnOffset() {
		run((residents) -> {
			residents.findFirst2ByIdGreaterThan(0, ScrollPosition.offset());
			Window<Resident> first = residents.findFirst2ByIdGreaterThan(0, ScrollPosition.keyset());
			assertThat(residents.findFirst2ByIdGreaterThan(0, first.positionAt(1))).extracting((row) -> row.key.name)
				.isEqualTo(first.map((row) -> row.key.name).getContent());
		});
	}

	@Test
	void aDerivedMethodScrollsByTheColumnsOfTheKey() {
		run((residents) -> {
			Window<Resident> first = residents.findFirst3ByIdGreaterThan(0, ScrollPosition.keyset());
			assertThat(residents.findFirst3ByIdGreaterThan(0, (KeysetScrollPosition) first.positionAt(2)))
				.extracting((row) -> row.key.name)
				.containsExactly("Cid");
		});
	}

	private static void run(Consumer<Residents> test) {
		Views.application(database)
			.withUserConfiguration(Keyed.class)
			.withBean(PersistenceManagedTypes.class, () -> PersistenceManagedTypes.of(Resident.class.getName()))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				test.accept(context.getBean(Residents.class));
			});
	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Residents.class))
	static class Keyed {

	}

	@Embeddable
	record Key(String city, String name) {

	}

	@Entity(name = "Resident")
	@Table(name = "customer_total")
	static class Resident {

		@EmbeddedId
		Key key;

		Integer id;

	}

	@ReadOnlyViewRepository
	interface Residents extends ViewRepository<Resident, Key> {

		Window<Resident> findFirst3ByIdGreaterThan(int id, KeysetScrollPosition position);

		Window<Resident> findFirst2ByIdGreaterThan(int id, ScrollPosition position);

	}

}
