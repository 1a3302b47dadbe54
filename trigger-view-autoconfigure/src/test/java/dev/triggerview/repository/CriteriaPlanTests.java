package dev.triggerview.repository;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import dev.triggerview.repository.shop.CustomerTotal;
import dev.triggerview.repository.shop.CustomerTotals;
import dev.triggerview.repository.shop.Witness;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.jpa.domain.Specification;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Specifications where the application lets Hibernate keep their plans. The database has
 * no part in it, so one does.
 */
class CriteriaPlanTests {

	private static FreshDatabase database;

	private static ConfigurableApplicationContext application;

	@BeforeAll
	static void start() {
		database = TestDatabase.H2.create();
		Views.create(database);
		application = Views.start(database, "spring.jpa.properties.hibernate.criteria.plan_cache_enabled=true");
	}

	@AfterAll
	static void close() {
		application.close();
		database.close();
	}

	@Test
	void everyCallHasItsOwnParametersAndAllHaveOnePlan() {
		Statistics statistics = application.getBean(EntityManagerFactory.class)
			.unwrap(SessionFactory.class)
			.getStatistics();
		statistics.setStatisticsEnabled(true);
		assertNames(like("Bonn", "Ann"), "Ann");
		assertNames(like("Kiel", "Cid"), "Cid");
		assertNames(like("Bonn", "Bob"), "Bob");
		assertThat(statistics.getQueryPlanCacheMissCount()).isOne();
		assertNames(like("Ann", "Ann"));
		assertNames(like("Ann", "Bonn"));
		assertNames(like("Bonn", "Ann"), "Ann");
	}

	@Test
	void listsOfEveryLengthAreReadInFull() {
		assertNames(in("Ann"), "Ann");
		assertNames(in("Bob", "Cid"), "Bob", "Cid");
		assertNames(in("Cid", "Dan"), "Cid", "Dan");
		assertNames(in("Ann", "Bob", "Cid"), "Ann", "Bob", "Cid");
	}

	private static Specification<CustomerTotal> like(String city, String name) {
		return (total, query, builder) -> builder.and(builder.equal(total.get("city"), city),
				builder.equal(total.get("name"), name));
	}

	private static Specification<CustomerTotal> in(String... names) {
		Collection<String> all = Arrays.asList(names);
		return (total, query, builder) -> total.get("name").in(all);
	}

	private static void assertNames(Specification<CustomerTotal> specification, String... names) {
		List<Witness> rows = application.getBean(CustomerTotals.class).findAll(specification, Witness.class);
		assertThat(rows).extracting(Witness::name).containsExactlyInAnyOrder(names);
	}

}
