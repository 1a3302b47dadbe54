package dev.triggerview.hibernate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.triggerview.hibernate.sales.Customer;
import dev.triggerview.hibernate.sales.CustomerView;
import dev.triggerview.hibernate.sales.Purchase;
import dev.triggerview.hibernate.sales.PurchaseView;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedAttributeNode;
import jakarta.persistence.NamedEntityGraph;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import org.hibernate.Session;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Synchronize;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a transaction sees in a view that is read with another entity, or with others. The
 * database has no part in what Hibernate flushes, so one does.
 */
class LoadedViewsTests {

	private static FreshDatabase database;

	@BeforeAll
	static void create() {
		database = TestDatabase.H2.create();
		SalesDatabase.create(database);
		database.execute("create view rated as select id, name, case when id = 1 then 'A' else 'B' end as rating"
				+ " from customer", "create view dear as select id, total from purchase where total > 0");
	}

	@AfterAll
	static void drop() {
		database.close();
	}

	@Test
	void findsSeveralWithPendingChanges() {
		inTransaction((session) -> {
			CustomerView ann = session.find(CustomerView.class, 1L);
			session.find(Customer.class, 1L).name = "Anne";
			session.persist(new Customer(3, "Cid"));
			assertThat(session.findMultiple(CustomerView.class, List.of(1L, 3L))).extracting((row) -> row.name)
				.containsExactly("Anne", "Cid");
			assertThat(ann.name).isEqualTo("Anne");
		});
	}

	@Test
	void aTableEntityIsFoundWithTheViewThatItRefersTo() {
		inTransaction((session) -> {
			session.find(Customer.class, 1L).name = "Anne";
			assertThat(session.find(Order.class, 10L).customer.name).isEqualTo("Anne");
		});
	}

	@Test
	void aTableEntityIsReadWithTheViewThatItRefersTo() {
		inTransaction((session) -> {
			session.find(Customer.class, 1L).name = "Anne";
			assertThat(session.createQuery("from Order o where o.id = 10", Order.class).getSingleResult().customer.name)
				.isEqualTo("Anne");
		});
	}

	@Test
	void aViewIsFoundWithTheViewThatItRefersTo() {
		inTransaction((session) -> {
			session.find(Customer.class, 1L).name = "Anne";
			assertThat(session.find(OrderView.class, 10L).customer.name).isEqualTo("Anne");
		});
	}

	@Test
	void aGraphReachesAView() {
		inTransaction((session) -> {
			session.find(Customer.class, 1L).name = "Anne";
			LazyOrder order = session.find(LazyOrder.class, 10L,
					Map.of("jakarta.persistence.fetchgraph", session.getEntityGraph("customer")));
			assertThat(order.customer.name).isEqualTo("Anne");
		});
	}

	@Test
	void anEntityThatIsThereIsNoReasonToFlush() {
		inTransaction((session) -> {
			session.find(Order.class, 10L);
			session.persist(new Customer(3, "Cid"));
			SalesDatabase.SENT.clear();
			session.find(Order.class, 10L);
			assertThat(SalesDatabase.SENT).isEmpty();
		});
	}

	@Test
	void anEntityIsFoundWithTheViewBesideIt() {
		inTransaction((session) -> {
			session.find(Purchase.class, 10L).total = new BigDecimal("7.25");
			assertThat(session.find(Spender.class, 10L).total).isEqualByComparingTo("7.25");
		});
	}

	@Test
	void aSubclassInTheSameViewIsReadAgain() {
		inTransaction((session) -> {
			Rated ann = session.find(Rated.class, 1L);
			assertThat(ann).isInstanceOf(RatedA.class);
			assertThat(session.find(RatedB.class, 1L)).isNull();
			session.find(Customer.class, 1L).name = "Anne";
			session.createQuery("from RatedA", RatedA.class).getResultList();
			assertThat(ann.name).isEqualTo("Anne");
		});
	}

	@Test
	void anEntityIsFoundWithTheTablesThatItsFormulasRead() {
		inTransaction((session) -> {
			session.persist(new Purchase(12, 2, "7.25"));
			assertThat(session.find(Counted.class, 2L).purchases).isOne();
		});
	}

	private static void inTransaction(Consumer<Session> work) {
		SalesDatabase.fill(database);
		SalesDatabase
			.application(database,
					List.of(Customer.class, CustomerView.class, Purchase.class, PurchaseView.class, Order.class,
							OrderView.class, LazyOrder.class, Spender.class, Rated.class, RatedA.class, RatedB.class,
							Counted.class))
			.run((context) -> SalesDatabase.inTransaction(context,
					(entities) -> work.accept(entities.unwrap(Session.class))));
	}

	@Entity(name = "Order")
	@Table(name = "purchase")
	static class Order {

		@Id
		Long id;

		@ManyToOne
		@JoinColumn(name = "customer_id")
		CustomerView customer;

	}

	@Entity(name = "OrderView")
	@Table(name = "purchase_view")
	static class OrderView {

		@Id
		Long id;

		@ManyToOne
		@JoinColumn(name = "customer_id")
		CustomerView customer;

	}

	@Entity(name = "LazyOrder")
	@Table(name = "purchase")
	@NamedEntityGraph(name = "customer", attributeNodes = @NamedAttributeNode("customer"))
	static class LazyOrder {

		@Id
		Long id;

		@ManyToOne(fetch = FetchType.LAZY)
		@JoinColumn(name = "customer_id")
		CustomerView customer;

	}

	@Entity(name = "Spender")
	@Table(name = "purchase")
	@SecondaryTable(name = "dear", pkJoinColumns = @PrimaryKeyJoinColumn(name = "id"))
	static class Spender {

		@Id
		Long id;

		@Column(table = "dear")
		BigDecimal total;

	}

	@Entity(name = "Rated")
	@Table(name = "rated")
	@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
	@DiscriminatorColumn(name = "rating", length = 1)
	abstract static class Rated {

		@Id
		Long id;

		String name;

	}

	@Entity(name = "RatedA")
	@DiscriminatorValue("A")
	static class RatedA extends Rated {

	}

	@Entity(name = "RatedB")
	@DiscriminatorValue("B")
	static class RatedB extends Rated {

	}

	@Entity(name = "Counted")
	@Table(name = "customer_view")
	@Synchronize("purchase")
	static class Counted {

		@Id
		Long id;

		@Formula("(select count(*) from purchase p where p.customer_id = id)")
		long purchases;

	}

}
