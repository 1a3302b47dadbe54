package dev.triggerview.hibernate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.triggerview.hibernate.sales.Purchase;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.view.WritableView;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import static org.assertj.core.api.Assertions.assertThat;

/** What a transaction sees in views that it comes to by an association. */
@EachDatabase
class AssociatedViewTests {

	private final FreshDatabase database;

	AssociatedViewTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void create(FreshDatabase database) {
		SalesDatabase.create(database);
	}

	@Test
	void aJoinSeesPendingChanges() {
		inTransaction((entities) -> {
			entities.persist(new Purchase(12, 2, "7.25"));
			assertThat(
					entities.createQuery("select b.name from Buyer b join b.bought p where p.total > 7", String.class)
						.getResultList())
				.containsExactly("Bob");
		});
	}

	@Test
	void aJoinSeesPendingChangesInAWritableView() {
		inTransaction((entities) -> {
			entities.persist(new Purchase(12, 2, "7.25"));
			assertThat(
					entities.createQuery("select p.total from Payer b join b.paid p where b.id = 2", BigDecimal.class)
						.getResultList())
				.hasSize(1);
		});
	}

	@Test
	void aCachedJoinIsReadAgain() {
		inTransaction((entities) -> {
			assertThat(cachedTotals(entities)).isEmpty();
			entities.persist(new Purchase(12, 2, "7.25"));
			assertThat(cachedTotals(entities)).hasSize(1);
		});
	}

	@Test
	void aLazyCollectionSeesPendingChanges() {
		inTransaction((entities) -> {
			Buyer bob = entities.find(Buyer.class, 2L);
			entities.persist(new Purchase(12, 2, "7.25"));
			assertThat(bob.bought).hasSize(1);
		});
	}

	@Test
	void refreshSeesPendingChangesAndForgetsThoseOfTheInstance() {
		inTransaction((entities) -> {
			Bought bought = entities.find(Bought.class, 10L);
			bought.total = BigDecimal.TEN;
			entities.find(Purchase.class, 10L).total = new BigDecimal("6.50");
			entities.refresh(bought);
			assertThat(bought.total).isEqualByComparingTo("6.50");
		});
	}

	@Test
	void anEntityIsRemovedWhoseRowsInTheViewAreLoaded() {
		inTransaction((entities) -> {
			Buyer ann = entities.find(Buyer.class, 1L);
			assertThat(ann.bought).hasSize(2);
			entities.remove(ann);
		});
		assertThat(this.database.value("select count(*) from customer")).isEqualTo("1");
		assertThat(this.database.value("select count(*) from purchase")).isEqualTo("2");
	}

	private static List<BigDecimal> cachedTotals(EntityManager entities) {
		return entities.createQuery("select p.total from Buyer b join b.bought p where b.id = 2", BigDecimal.class)
			.setHint("org.hibernate.cacheable", true)
			.getResultList();
	}

	private void inTransaction(Consumer<EntityManager> work) {
		SalesDatabase.fill(this.database);
		SalesDatabase
			.application(this.database, List.of(Buyer.class, Bought.class, Payer.class, Paid.class, Purchase.class),
					QueryCacheTests.CACHE)
			.run((context) -> SalesDatabase.inTransaction(context, work));
	}

	@Entity(name = "Buyer")
	@Table(name = "customer")
	static class Buyer {

		@Id
		Long id;

		String name;

		@OneToMany(mappedBy = "buyer", cascade = CascadeType.ALL, orphanRemoval = true)
		List<Bought> bought = new ArrayList<>();

	}

	@Entity(name = "Bought")
	@Table(name = "purchase_view")
	static class Bought {

		@Id
		Long id;

		BigDecimal total;

		@ManyToOne(fetch = FetchType.LAZY)
		@JoinColumn(name = "customer_id")
		Buyer buyer;

	}

	@Entity(name = "Payer")
	@Table(name = "customer")
	static class Payer {

		@Id
		Long id;

		@OneToMany
		@JoinColumn(name = "customer_id", insertable = false, updatable = false)
		List<Paid> paid = new ArrayList<>();

	}

	@Entity(name = "Paid")
	@WritableView
	@Table(name = "purchase_view")
	static class Paid {

		@Id
		Long id;

		BigDecimal total;

	}

}
