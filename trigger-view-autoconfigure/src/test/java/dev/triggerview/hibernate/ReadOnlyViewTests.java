package dev.triggerview.hibernate;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import dev.triggerview.hibernate.sales.Customer;
import dev.triggerview.hibernate.sales.CustomerView;
import dev.triggerview.hibernate.sales.PurchaseView;
import dev.triggerview.hibernate.sales.RichCustomer;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.view.ReadOnlyViewException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaDelete;
import jakarta.persistence.criteria.CriteriaUpdate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every route that would write a view, each tried while the rows below it are watched.
 */
@EachDatabase
class ReadOnlyViewTests {

	private final FreshDatabase database;

	ReadOnlyViewTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void create(FreshDatabase database) {
		SalesDatabase.create(database);
	}

	@Test
	void refusesEveryCallOfTheEntityManager() {
		refused("persist(CustomerView)", (entities) -> entities.persist(new CustomerView(3, "Cid")));
		refused("merge(CustomerView)", (entities) -> entities.merge(new CustomerView(1, "Eve")));
		refused("remove(CustomerView)", (entities) -> entities.remove(entities.find(CustomerView.class, 1L)));
		refused("remove(CustomerView)", (entities) -> entities.remove(entities.getReference(CustomerView.class, 1L)));
	}

	@Test
	void refusesAChangedInstanceAtTheFlushBeforeAnyStatement() {
		refused("update(CustomerView)", (entities) -> {
			entities.persist(new Customer(7, "Gus"));
			entities.find(CustomerView.class, 1L).name = "Eve";
			SalesDatabase.SENT.clear();
			entities.flush();
		});
		assertThat(SalesDatabase.SENT).isEmpty();
	}

	@Test
	void refusesAChangedInstanceEvenIfItsEntityIsImmutable() {
		refused("update(RichCustomer)", (entities) -> {
			entities.find(RichCustomer.class, 1L).name = "Eve";
			entities.flush();
		});
	}

	@Test
	void refusesAChangedInstanceAtTheCommitWithItselfAsTheCause() {
		run((entities, transaction) -> {
			SalesDatabase.fill(this.database);
			assertThatThrownBy(() -> transaction
				.executeWithoutResult((status) -> entities.find(CustomerView.class, 1L).name = "Eve"))
				.hasRootCauseInstanceOf(ReadOnlyViewException.class);
		});
		rowsAreAsBefore();
	}

	@Test
	void writesNoInstanceThatTheSessionDoesNotLookAt() {
		run((entities, transaction) -> {
			SalesDatabase.fill(this.database);
			transaction.executeWithoutResult((status) -> {
				CustomerView view = entities.find(CustomerView.class, 1L);
				entities.unwrap(Session.class).setReadOnly(view, true);
				view.name = "Eve";
				SalesDatabase.SENT.clear();
			});
			assertThat(SalesDatabase.SENT).isEmpty();
		});
		rowsAreAsBefore();
	}

	@Test
	void refusesBulkStatements() {
		refused("update",
				(entities) -> entities.createQuery("update CustomerView v set v.name = 'Eve'").executeUpdate());
		refused("delete",
				(entities) -> entities.createQuery("delete from CustomerView v where v.id = 1").executeUpdate());
		refused("insert into",
				(entities) -> entities
					.createQuery("insert into CustomerView (id, name) select c.id + 10, c.name from Customer c")
					.executeUpdate());
		refused("insert into",
				(entities) -> entities.createQuery("insert into CustomerView (id, name) values (10, 'Cid')")
					.executeUpdate());
	}

	@Test
	void letsAStatementReadAViewWhileItWritesATable() {
		run((entities, transaction) -> {
			SalesDatabase.fill(this.database);
			transaction.executeWithoutResult((status) -> {
				entities.createQuery("insert into Customer (id, name) select v.id + 10, v.name from CustomerView v")
					.executeUpdate();
				entities.createQuery("""
						insert into Purchase (id, customerId, total)
						values ((select max(v.id) from CustomerView v), 1, 1)""").executeUpdate();
				entities.createQuery("update Purchase p set p.customerId = (select max(v.id) from CustomerView v)")
					.executeUpdate();
			});
		});
		assertThat(this.database.column("select id from customer order by id")).containsExactly("1", "2", "11", "12");
		assertThat(this.database.column("select distinct customer_id from purchase")).containsExactly("12");
	}

	@Test
	void refusesCriteriaStatements() {
		refused("update", (entities) -> {
			CriteriaBuilder builder = entities.getCriteriaBuilder();
			CriteriaUpdate<CustomerView> update = builder.createCriteriaUpdate(CustomerView.class);
			update.from(CustomerView.class);
			entities.createQuery(update.set("name", "Eve")).executeUpdate();
		});
		refused("delete", (entities) -> {
			CriteriaDelete<CustomerView> delete = entities.getCriteriaBuilder()
				.createCriteriaDelete(CustomerView.class);
			delete.from(CustomerView.class);
			entities.createQuery(delete).executeUpdate();
		});
	}

	@Test
	void refusesStatelessSessions() {
		refusedStateless("insert", (session) -> session.insert(new CustomerView(3, "Cid")));
		refusedStateless("update", (session) -> session.update(new CustomerView(1, "Eve")));
		refusedStateless("delete", (session) -> session.delete(new CustomerView(1, "Ann")));
		refusedStateless("upsert", (session) -> session.upsert(new CustomerView(1, "Eve")));
	}

	/** As of a listener or library that calls the persister itself. */
	@Test
	void refusesWhatGoesPastEveryListener() {
		CustomerView row = new CustomerView(1, "Eve");
		Object[] values = { "Eve" };
		refusedByPersister("insert", (view, session) -> view.getInsertCoordinator().insert(row, 1L, values, session));
		refusedByPersister("update", (view, session) -> view.getUpdateCoordinator()
			.update(row, 1L, null, values, null, null, null, false, session));
		refusedByPersister("update", (view, session) -> view.getMergeCoordinator()
			.update(row, 1L, null, values, null, null, null, false, session));
		refusedByPersister("delete", (view, session) -> view.getDeleteCoordinator().delete(row, 1L, null, session));
	}

	@Test
	void refusesWhatACascadeWouldWrite() {
		refused("persist(PurchaseView)", (entities) -> {
			Customer customer = new Customer(3, "Cid");
			PurchaseView purchase = new PurchaseView();
			purchase.id = 20L;
			customer.purchases.add(purchase);
			entities.persist(customer);
			entities.flush();
		});
		refused("update(PurchaseView)", (entities) -> {
			Customer customer = entities.find(Customer.class, 1L);
			customer.purchases.get(0).total = BigDecimal.ZERO;
			entities.flush();
		});
		refused("changing", (entities) -> {
			Customer customer = entities.find(Customer.class, 1L);
			customer.purchases.remove(0);
			entities.flush();
		});
	}

	@Test
	void refusesAChangedCollectionOfAViewThoughItIsKeptInATable() {
		String changing = "changing " + RichCustomer.class.getName() + ".tags";
		refusedInTags(changing, (view) -> view.tags.add("new"));
		refusedInTags(changing, (view) -> view.tags.clear());
		refusedInTags("update(RichCustomer)", (view) -> view.tags = new HashSet<>());
		refusedInTags("update(RichCustomer)", (view) -> view.tags = null);
	}

	@Test
	void savesAndDeletesATableEntityWhoseCascadesReachUnchangedRows() {
		run((entities, transaction) -> {
			SalesDatabase.fill(this.database);
			transaction.executeWithoutResult((status) -> {
				Customer customer = entities.find(Customer.class, 1L);
				assertThat(customer.purchases).hasSize(2);
				customer.name = "Anne";
				entities.persist(customer);
				entities.merge(customer);
			});
			assertThat(this.database.value("select name from customer where id = 1")).isEqualTo("Anne");
			SalesDatabase.SENT.clear();
			transaction.executeWithoutResult((status) -> {
				Customer customer = entities.find(Customer.class, 1L);
				assertThat(customer.purchases).hasSize(2);
				entities.remove(customer);
			});
		});
		assertThat(this.database.value("select count(*) from customer")).isEqualTo("1");
		assertThat(this.database.value("select count(*) from purchase where customer_id = 1")).isEqualTo("2");
		assertThat(SalesDatabase.SENT).noneMatch((sql) -> sql.matches("(?i)(insert|update|delete).*purchase_view.*"));
	}

	@Test
	void letsNativeStatementsPass() {
		if (this.database.is(TestDatabase.H2, TestDatabase.SQLITE)) {
			return;
		}
		run((entities, transaction) -> {
			SalesDatabase.fill(this.database);
			transaction.executeWithoutResult(
					(status) -> entities.createNativeQuery("update customer_view set name = 'Eve' where id = 1")
						.executeUpdate());
		});
		assertThat(this.database.value("select name from customer where id = 1")).isEqualTo("Eve");
	}

	private void refused(String operation, Consumer<EntityManager> write) {
		run((entities, transaction) -> {
			SalesDatabase.fill(this.database);
			SalesDatabase.SENT.clear();
			assertThatExceptionOfType(ReadOnlyViewException.class)
				.isThrownBy(() -> transaction.executeWithoutResult((status) -> write.accept(entities)))
				.withMessageContainingAll(operation, "@WritableView")
				.satisfies((refusal) -> assertThat(refusal.operation()).startsWith(operation));
		});
		noStatementWrote();
	}

	private void refusedStateless(String operation, Consumer<StatelessSession> write) {
		SalesDatabase.application(this.database).run((context) -> {
			SalesDatabase.fill(this.database);
			SalesDatabase.SENT.clear();
			SessionFactory factory = context.getBean(EntityManagerFactory.class).unwrap(SessionFactory.class);
			assertThatExceptionOfType(ReadOnlyViewException.class)
				.isThrownBy(() -> factory.inStatelessTransaction(write::accept))
				.satisfies((refusal) -> assertThat(refusal.operation()).isEqualTo(operation + "(CustomerView)"));
		});
		noStatementWrote();
	}

	private void refusedInTags(String operation, Consumer<RichCustomer> change) {
		refused(operation, (entities) -> {
			RichCustomer view = entities.find(RichCustomer.class, 1L);
			assertThat(view.tags).containsExactly("good");
			change.accept(view);
			entities.flush();
		});
		assertThat(this.database.column("select tag from customer_tag")).containsExactly("good");
	}

	private void refusedByPersister(String operation, BiConsumer<EntityPersister, SessionImplementor> write) {
		refused(operation + "(CustomerView)", (entities) -> {
			SessionImplementor session = entities.unwrap(SessionImplementor.class);
			write.accept(session.getEntityPersister(CustomerView.class.getName(), null), session);
		});
	}

	private void noStatementWrote() {
		assertThat(SalesDatabase.SENT).noneMatch((sql) -> sql.matches("(?is)(insert|update|delete|merge|with).*"));
		rowsAreAsBefore();
	}

	private void rowsAreAsBefore() {
		assertThat(this.database.rows("select id, name from customer order by id"))
			.isEqualTo(List.of(List.of("1", "Ann"), List.of("2", "Bob")));
		assertThat(this.database.value("select count(*) from purchase where customer_id = 1 and total > 4"))
			.isEqualTo("2");
	}

	private void run(Work work) {
		SalesDatabase.application(this.database).run((context) -> {
			assertThat(context).hasNotFailed();
			EntityManager entities = SharedEntityManagerCreator
				.createSharedEntityManager(context.getBean(EntityManagerFactory.class));
			work.with(entities, new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
		});
	}

	private interface Work {

		void with(EntityManager entities, TransactionTemplate transaction);

	}

}
