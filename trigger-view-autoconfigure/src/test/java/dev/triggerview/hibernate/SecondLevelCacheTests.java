package dev.triggerview.hibernate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.triggerview.hibernate.sales.Purchase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.view.WritableView;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import org.hibernate.Session;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the cache of a persistence unit keeps of views, whose rows change with tables that
 * it does not know of. The database has no part in it, so one does.
 */
class SecondLevelCacheTests {

	private static FreshDatabase database;

	@BeforeAll
	static void create() {
		database = TestDatabase.H2.create();
		SalesDatabase.create(database);
		database.execute("create view spent as select customer_id as id, total from purchase_total");
	}

	@AfterAll
	static void drop() {
		database.close();
	}

	@BeforeEach
	void fill() {
		SalesDatabase.fill(database);
	}

	@Test
	void rowsAreAsTheyAre() {
		inTransactions((entities) -> assertThat(entities.find(Bought.class, 10L).total).isEqualByComparingTo("5.50"),
				(entities) -> entities.find(Purchase.class, 10L).total = new BigDecimal("7.25"),
				(entities) -> assertThat(entities.find(Bought.class, 10L).total).isEqualByComparingTo("7.25"));
	}

	@Test
	void rowsOfAWritableViewAreAsTheyAre() {
		inTransactions((entities) -> assertThat(entities.find(Paid.class, 10L).total).isEqualByComparingTo("5.50"),
				(entities) -> entities.find(Purchase.class, 10L).total = new BigDecimal("7.25"),
				(entities) -> assertThat(entities.find(Paid.class, 10L).total).isEqualByComparingTo("7.25"));
	}

	@Test
	void collectionsHaveTheRowsThatThereAre() {
		inTransactions((entities) -> assertThat(entities.find(Buyer.class, 1L).bought).hasSize(2),
				(entities) -> entities.persist(new Purchase(12, 1, "7.25")),
				(entities) -> assertThat(entities.find(Buyer.class, 1L).bought).hasSize(3));
	}

	@Test
	void naturalIdentifiersAreOfTheRowsThatHaveThem() {
		inTransactions((entities) -> assertThat(withTotal(entities, "5.50")).isNotNull(),
				(entities) -> entities.find(Purchase.class, 10L).total = new BigDecimal("7.25"),
				(entities) -> assertThat(withTotal(entities, "5.50")).isNull());
	}

	@Test
	void attributesOfAViewBesideATableAreAsTheyAre() {
		inTransactions((entities) -> assertThat(entities.find(Spender.class, 1L).total).isEqualByComparingTo("10"),
				(entities) -> entities.persist(new Purchase(12, 1, "7.25")),
				(entities) -> assertThat(entities.find(Spender.class, 1L).total).isEqualByComparingTo("17.25"));
	}

	private static Bought withTotal(EntityManager entities, String total) {
		return entities.unwrap(Session.class).bySimpleNaturalId(Bought.class).load(new BigDecimal(total));
	}

	@SafeVarargs
	private static void inTransactions(Consumer<EntityManager>... works) {
		SalesDatabase
			.application(database, List.of(Buyer.class, Bought.class, Paid.class, Spender.class, Purchase.class),
					QueryCacheTests.CACHE)
			.run((context) -> List.of(works).forEach((work) -> SalesDatabase.inTransaction(context, work)));
	}

	@Entity(name = "Buyer")
	@Table(name = "customer")
	@Cacheable
	@Cache(usage = CacheConcurrencyStrategy.READ_WRITE, region = "buyer")
	static class Buyer {

		@Id
		Long id;

		@OneToMany(mappedBy = "buyer")
		@Cache(usage = CacheConcurrencyStrategy.READ_WRITE, region = "buyer.bought")
		List<Bought> bought = new ArrayList<>();

	}

	@Entity(name = "Bought")
	@Table(name = "purchase_view")
	@Cacheable
	@Cache(usage = CacheConcurrencyStrategy.READ_ONLY, region = "bought")
	@NaturalIdCache(region = "bought.by-total")
	static class Bought {

		@Id
		Long id;

		@NaturalId
		BigDecimal total;

		@ManyToOne(fetch = FetchType.LAZY)
		@JoinColumn(name = "customer_id")
		Buyer buyer;

	}

	@Entity(name = "Paid")
	@WritableView
	@Table(name = "purchase_view")
	@Cacheable
	@Cache(usage = CacheConcurrencyStrategy.READ_WRITE, region = "paid")
	static class Paid {

		@Id
		Long id;

		BigDecimal total;

	}

	@Entity(name = "Spender")
	@Table(name = "customer")
	@SecondaryTable(name = "spent", pkJoinColumns = @PrimaryKeyJoinColumn(name = "id"))
	@Cacheable
	@Cache(usage = CacheConcurrencyStrategy.READ_WRITE, region = "spender")
	static class Spender {

		@Id
		Long id;

		@Column(table = "spent")
		BigDecimal total;

	}

}
