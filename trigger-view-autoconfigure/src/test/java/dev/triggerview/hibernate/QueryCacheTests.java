package dev.triggerview.hibernate;

import java.math.BigDecimal;
import java.util.function.Consumer;

import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import dev.triggerview.hibernate.sales.Purchase;
import dev.triggerview.hibernate.sales.RichCustomer;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import org.hibernate.jpa.HibernateHints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import static org.assertj.core.api.Assertions.assertThat;

/** Results of queries on a view, kept in a cache while its tables change. */
@EachDatabase
class QueryCacheTests {

	/** Settings that keep the results of queries which ask for it. */
	static final String[] CACHE = { "spring.jpa.properties.hibernate.cache.use_query_cache=true",
			"spring.jpa.properties.hibernate.cache.region.factory_class=jcache",
			"spring.jpa.properties.hibernate.javax.cache.missing_cache_strategy=create",
			"spring.jpa.properties.hibernate.javax.cache.provider=" + CaffeineCachingProvider.class.getName() };

	private final FreshDatabase database;

	QueryCacheTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void create(FreshDatabase database) {
		SalesDatabase.create(database);
		if (database.is(TestDatabase.H2)) {
			// H2 2.4 itself answers an equal query on a view of views by an old result.
			database.execute("set optimize_reuse_results 0");
		}
	}

	@Test
	void resultsAreForgottenWhenATableBelowTheViewsChanges() {
		run((work) -> {
			assertThat(total(work)).isEqualByComparingTo("10");
			SalesDatabase.SENT.clear();
			assertThat(total(work)).isEqualByComparingTo("10");
			assertThat(SalesDatabase.SENT).isEmpty();
			work.inTransaction((entities) -> entities.persist(new Purchase(12, 1, "7.25")));
			assertThat(total(work)).isEqualByComparingTo("17.25");
			work.inTransaction(
					(entities) -> entities.createQuery("update Purchase set total = 1 where id = 12").executeUpdate());
			assertThat(total(work)).isEqualByComparingTo("11");
		});
	}

	@Test
	void entitiesFromTheCacheAreAsTheirRows() {
		run((work) -> {
			work.inTransaction((entities) -> assertThat(customer(entities).total).isEqualByComparingTo("10"));
			work.inTransaction((entities) -> {
				assertThat(customer(entities).total).isEqualByComparingTo("10");
				entities.persist(new Purchase(12, 1, "7.25"));
				assertThat(customer(entities).total).isEqualByComparingTo("17.25");
			});
			work.inTransaction((entities) -> assertThat(customer(entities).total).isEqualByComparingTo("17.25"));
		});
	}

	private static BigDecimal total(Work work) {
		BigDecimal[] total = new BigDecimal[1];
		work.inTransaction((entities) -> total[0] = entities
			.createQuery("select r.total from RichCustomer r where r.id = 1", BigDecimal.class)
			.setHint(HibernateHints.HINT_CACHEABLE, true)
			.getSingleResult());
		return total[0];
	}

	private static RichCustomer customer(EntityManager entities) {
		return entities.createQuery("from RichCustomer r where r.id = 1", RichCustomer.class)
			.setHint(HibernateHints.HINT_CACHEABLE, true)
			.getSingleResult();
	}

	private void run(Consumer<Work> test) {
		SalesDatabase.fill(this.database);
		SalesDatabase.application(this.database, CACHE)
			.run((context) -> test.accept((write) -> SalesDatabase.inTransaction(context, write)));
	}

	private interface Work {

		void inTransaction(Consumer<EntityManager> work);

	}

}
