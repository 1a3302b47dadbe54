package dev.triggerview.hibernate;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

import dev.triggerview.hibernate.sales.Customer;
import dev.triggerview.hibernate.sales.CustomerView;
import dev.triggerview.hibernate.sales.Purchase;
import dev.triggerview.hibernate.sales.RichCustomer;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import static org.assertj.core.api.Assertions.assertThat;

/** What a transaction that writes tables sees in the views of these. */
@EachDatabase
class FreshViewTests {

	private final FreshDatabase database;

	FreshViewTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void create(FreshDatabase database) {
		SalesDatabase.create(database);
	}

	@Test
	void aQuerySeesPendingChangesOfTheTablesBelowAViewOfViews() {
		inTransaction((entities) -> {
			entities.persist(new Purchase(12, 2, "7.25"));
			assertThat(entities.createQuery("select r.total from RichCustomer r where r.id = 2", BigDecimal.class)
				.getSingleResult()).isEqualByComparingTo("7.25");
			entities.persist(new Purchase(13, 2, "1.00"));
			assertThat(entities.createQuery("from RichCustomer r where r.id = 2", RichCustomer.class)
				.getSingleResult().total).isEqualByComparingTo("8.25");
		});
	}

	@Test
	void findSeesPendingChanges() {
		inTransaction((entities) -> {
			entities.persist(new Customer(3, "Cid"));
			assertThat(entities.find(CustomerView.class, 3L)).isNotNull();
		});
	}

	@Test
	void findReadsAnInstanceAgain() {
		inTransaction((entities) -> {
			CustomerView first = entities.find(CustomerView.class, 1L);
			entities.find(Customer.class, 1L).name = "Anne";
			assertThat(entities.find(CustomerView.class, 1L)).isSameAs(first);
			assertThat(first.name).isEqualTo("Anne");
		});
	}

	@Test
	void aQueryPutsTheNewRowIntoTheInstanceThatWasReadBefore() {
		inTransaction((entities) -> {
			CustomerView first = entities.find(CustomerView.class, 1L);
			entities.createQuery("update Customer c set c.name = 'Anne' where c.id = 1").executeUpdate();
			CustomerView second = entities.createQuery("from CustomerView v where v.id = 1", CustomerView.class)
				.getSingleResult();
			assertThat(second).isSameAs(first);
			assertThat(first.name).isEqualTo("Anne");
		});
	}

	@Test
	void aQueryPutsTheNewRowBehindAProxy() {
		inTransaction((entities) -> {
			CustomerView proxy = entities.getReference(CustomerView.class, 1L);
			assertThat(nameThroughProxy(entities, proxy)).isEqualTo("Ann");
			entities.createNativeQuery("update customer set name = 'Anne' where id = 1").executeUpdate();
			entities.createQuery("from CustomerView v", CustomerView.class).getResultList();
			assertThat(nameThroughProxy(entities, proxy)).isEqualTo("Anne");
		});
	}

	@Test
	void findOfARowThatIsGoneReturnsNull() {
		inTransaction((entities) -> {
			assertThat(entities.find(CustomerView.class, 2L)).isNotNull();
			entities.remove(entities.find(Customer.class, 2L));
			assertThat(entities.find(CustomerView.class, 2L)).isNull();
		});
	}

	@Test
	void aLazyProxySeesPendingChanges() {
		inTransaction((entities) -> {
			CustomerView proxy = entities.getReference(CustomerView.class, 1L);
			entities.find(Customer.class, 1L).name = "Anne";
			assertThat(nameThroughProxy(entities, proxy)).isEqualTo("Anne");
		});
	}

	@Test
	void changesOfATableEntityThatWaitForTheCommitStay() {
		inTransaction((entities) -> {
			entities.setFlushMode(FlushModeType.COMMIT);
			Customer customer = entities.find(Customer.class, 1L);
			customer.name = "Anne";
			entities.createQuery("select v, c from CustomerView v, Customer c where c.id = v.id", Object[].class)
				.getResultList();
			assertThat(customer.name).isEqualTo("Anne");
		});
		assertThat(this.database.value("select name from customer where id = 1")).isEqualTo("Anne");
	}

	@Test
	void aViewOfAPartitionSeesPendingChangesOfTheWholeTable() {
		if (!this.database.is(TestDatabase.POSTGRESQL)) {
			return;
		}
		this.database.execute("create table booking (id bigint, year int) partition by range (year)",
				"create table booking_2026 partition of booking for values from (2026) to (2027)",
				"create view booking_view as select * from booking_2026");
		SalesDatabase.application(this.database, List.of(Booking.class, BookingView.class)).run((context) -> {
			SessionFactoryImplementor factory = context.getBean(EntityManagerFactory.class)
				.unwrap(SessionFactoryImplementor.class);
			assertThat(spaces(factory, BookingView.class)).containsExactlyInAnyOrder("booking_view", "booking");
		});
	}

	@Test
	void aViewIsSynchronizedWithItsTablesOnly() {
		SalesDatabase.application(this.database).run((context) -> {
			SessionFactoryImplementor factory = context.getBean(EntityManagerFactory.class)
				.unwrap(SessionFactoryImplementor.class);
			assertThat(spaces(factory, RichCustomer.class)).containsExactlyInAnyOrder("rich_customer", "customer",
					"purchase");
			assertThat(spaces(factory, CustomerView.class)).containsExactlyInAnyOrder("customer_view", "customer");
			assertThat(spaces(factory, Customer.class)).containsExactly("customer");
		});
	}

	private static Serializable[] spaces(SessionFactoryImplementor factory, Class<?> entity) {
		return factory.getMappingMetamodel().getEntityDescriptor(entity).getQuerySpaces();
	}

	private static String nameThroughProxy(EntityManager entities, CustomerView proxy) {
		return ((CustomerView) Hibernate.unproxy(proxy)).name;
	}

	private void inTransaction(Consumer<EntityManager> work) {
		SalesDatabase.fill(this.database);
		SalesDatabase.application(this.database).run((context) -> SalesDatabase.inTransaction(context, work));
	}

	@Entity
	@Table(name = "booking")
	static class Booking {

		@Id
		Long id;

	}

	@Entity
	@Table(name = "booking_view")
	static class BookingView {

		@Id
		Long id;

	}

}
