package dev.triggerview.repository;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import dev.triggerview.repository.shop.Customer;
import dev.triggerview.repository.shop.Customers;
import dev.triggerview.repository.shop.CustomerTotals;
import dev.triggerview.repository.shop.Moment;
import dev.triggerview.repository.shop.Moments;
import dev.triggerview.repository.shop.NameAndTotal;
import dev.triggerview.repository.shop.Sale;
import dev.triggerview.repository.shop.Sales;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A query with a parameter is Hibernate's; one without is read from the result set. */
@EachDatabase
class DirectQueryTests {

	private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 28, 23, 59, 58);

	private static final Moment FULL = new Moment(1, "Ann", 1L << 40, new BigDecimal("7.25"), 0.5, true, AT,
			AT.toLocalDate());

	private static final Moment EMPTY = new Moment(2, null, null, null, null, null, null, null);

	private static ConfigurableApplicationContext application;

	DirectQueryTests(FreshDatabase database) {
	}

	@BeforeParameterizedClassInvocation
	static void start(FreshDatabase database) throws SQLException {
		Views.create(database);
		try (Connection connection = database.connect();
				PreparedStatement insert = connection.prepareStatement(
						"insert into event_log (id, name, amount, price, rate, paid, happened_at, happened_on)"
								+ " values (1, 'Ann', 1099511627776, 7.25, 0.5, ?, ?, ?)")) {
			insert.setBoolean(1, true);
			insert.setTimestamp(2, java.sql.Timestamp.valueOf(AT));
			insert.setDate(3, java.sql.Date.valueOf(AT.toLocalDate()));
			insert.executeUpdate();
		}
		database.execute("insert into event_log (id) values (2)");
		application = Views.start(database);
	}

	@AfterParameterizedClassInvocation
	static void close() {
		application.close();
	}

	@Test
	void readsWhatHibernateReads() {
		Moments moments = application.getBean(Moments.class);
		Specification<Moment> all = (moment, query, builder) -> builder.lessThan(moment.get("id"), 3);
		List<Moment> direct = moments.findAll(Sort.by("id"));
		assertThat(direct).isEqualTo(moments.findAll(all, Sort.by("id")))
			.usingRecursiveFieldByFieldElementComparator()
			.usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
			.containsExactly(FULL, EMPTY);
	}

	@Test
	void seesPendingChangesOfTheTablesBelow() {
		EntityManager entityManager = application.getBean(EntityManager.class);
		TransactionTemplate transaction = application.getBean(TransactionTemplate.class);
		transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			application.getBean(Customers.class).save(new Customer(7, "Eve", "Ulm"));
			Sale eve = new Sale("Ulm", "Eve", null, null);
			assertThat(application.getBean(Sales.class).findAll()).contains(eve);
			entityManager.persist(new Customer(8, "Eve", "Ulm"));
			assertThat(application.getBean(Sales.class).findByCityOrderByPaidDesc("Ulm")).containsExactly(eve, eve);
		});
	}

	@Test
	void joinsTheTransactionAndItsUncommittedRows() {
		TransactionTemplate transaction = application.getBean(TransactionTemplate.class);
		transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			application.getBean(Customers.class).saveAndFlush(new Customer(7, "Eve", "Ulm"));
			assertThat(application.getBean(CustomerTotals.class).findAll(NameAndTotal.class))
				.contains(new NameAndTotal("Eve", 0L));
		});
		assertThat(application.getBean(CustomerTotals.class).count()).isEqualTo(4);
	}

}
