package dev.triggerview.repository;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import dev.triggerview.repository.shop.Customer;
import dev.triggerview.repository.shop.CustomerTotal;
import dev.triggerview.repository.shop.CustomerTotals;
import dev.triggerview.repository.shop.Customers;
import dev.triggerview.repository.shop.IdAndName;
import dev.triggerview.repository.shop.Moment;
import dev.triggerview.repository.shop.Moments;
import dev.triggerview.repository.shop.NameAndTotal;
import dev.triggerview.repository.shop.Sale;
import dev.triggerview.repository.shop.Sales;
import dev.triggerview.repository.shop.Witness;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.core.PropertyReferenceException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Order;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Records are read from the result set, whatever the query they come from. */
@EachDatabase
class DirectQueryTests {

	private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 28, 23, 59, 58);

	private static final Moment FULL = new Moment(1, "Ann", 1L << 40, new BigDecimal("7.25"), 0.5, true, AT,
			AT.toLocalDate());

	private static final Moment EMPTY = new Moment(2, null, null, null, null, null, null, null);

	private static ConfigurableApplicationContext application;

	private final CustomerTotals totals = application.getBean(CustomerTotals.class);

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

	@BeforeEach
	void countFromZero() {
		Witness.DIRECT.set(0);
		Witness.HIBERNATE.set(0);
	}

	@AfterParameterizedClassInvocation
	static void close() {
		application.close();
	}

	@Test
	void readsWhatHibernateReads() {
		String hibernate = "select m.id, m.name, m.amount, m.price, m.rate, m.paid, m.at, m.on from Moment m order by m.id";
		List<Moment> direct = application.getBean(Moments.class).findAll(Sort.by("id"));
		assertThat(direct)
			.isEqualTo(application.getBean(EntityManager.class).createQuery(hibernate, Moment.class).getResultList())
			.usingRecursiveFieldByFieldElementComparator()
			.usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
			.containsExactly(FULL, EMPTY);
	}

	@Test
	void readsEveryQueryOfRecordsDirectly() {
		Specification<CustomerTotal> aboveOne = (total, query, builder) -> builder.greaterThan(total.get("id"), 1);
		Sort byName = Sort.by("name");
		assertDirect(3, this.totals.findAll(aboveOne, byName, Witness.class), "Bob", "Cid", "Dan");
		assertDirect(4, this.totals.findAll(Witness.class), "Ann", "Bob", "Cid", "Dan");
		assertDirect(2, this.totals.findAllById(List.of(1, 3), Witness.class), "Ann", "Cid");
		assertDirect(2, this.totals.findAll(PageRequest.of(1, 2, byName), Witness.class), "Cid", "Dan");
		assertDirect(3, this.totals.findSlice(aboveOne, PageRequest.of(0, 2, byName), Witness.class), "Bob", "Cid");
		Window<Witness> first = this.totals.scroll(ScrollPosition.keyset(), byName, Limit.of(2), Witness.class);
		assertDirect(3, first, "Ann", "Bob");
		assertDirect(2, this.totals.scroll(first.positionAt(1), byName, Limit.of(2), Witness.class), "Cid", "Dan");
		assertDirect(2, this.totals.findBy(aboveOne, (query) -> query.as(Witness.class).sortBy(byName).limit(2).all()),
				"Bob", "Cid");
	}

	@Test
	void readsDerivedAndDeclaredQueriesDirectlyWithTheParametersOfEachCall() {
		assertDirect(2, this.totals.findByTotalAmountGreaterThanEqualOrderByName(7), "Ann", "Bob");
		assertDirect(1, this.totals.findByTotalAmountGreaterThanEqualOrderByName(8), "Ann");
		assertDirect(2, this.totals.findByTotalAmountLessThanOrderByName(9, PageRequest.of(0, 1)), "Bob");
		assertDirect(1, this.totals.findByTotalAmountLessThanOrderByName(9, PageRequest.of(2, 1)), "Dan");
		assertDirect(3, this.totals.findByTotalAmountLessThanOrderByName(9, Pageable.unpaged()), "Bob", "Cid", "Dan");
		assertDirect(1, this.totals.findByNameInOrderByName(List.of("Ann")), "Ann");
		assertDirect(3, this.totals.findByNameInOrderByName(List.of("Ann", "Cid", "Dan")), "Ann", "Cid", "Dan");
		assertDirect(2, this.totals.findFirst2ByOrderByName(), "Ann", "Bob");
		assertDirect(2, this.totals.livingIn("Bonn"), "Ann", "Bob");
		assertDirect(0, this.totals.livingIn("Rome"));
		assertDirect(1, this.totals.above(3), "Dan!");
		assertDirect(2, this.totals.above(2), "Cid!", "Dan!");
		assertDirect(1, this.totals.findByNameStartingWith("B", Witness.class), "Bob");
	}

	/** Hibernate sets the flush mode of a query for its own execution of it. */
	@Test
	void leavesQueriesWithAFlushModeOfTheirOwnToHibernate() {
		assertDirect(0, this.totals.findByCityIsNotNullOrderByName(), "Ann", "Bob", "Cid");
		assertThat(Witness.HIBERNATE).hasValue(3);
	}

	@Test
	void keepsThePlansOfDerivedQueries() {
		Statistics statistics = statistics();
		for (int amount = 0; amount < 5; amount++) {
			this.totals.findByTotalAmountGreaterThanEqualOrderByName(amount);
		}
		assertThat(statistics.getQueryPlanCacheMissCount()).isLessThan(5);
		assertThat(statistics.getQueryExecutionCount()).isEqualTo(5);
	}

	@Test
	void keepsThePlansOfQueriesThatNothingRestricts() {
		this.totals.findAll(Sort.by("name"), Witness.class);
		Statistics statistics = statistics();
		this.totals.findAll(Sort.by("name"), Witness.class);
		this.totals.findAll(PageRequest.of(1, 1, Sort.by("name")), Witness.class);
		assertThat(statistics.getQueryPlanCacheHitCount()).isGreaterThanOrEqualTo(2);
	}

	/** Criteria have no text: it would be built and translated for each call. */
	@Test
	void asksForAllRowsByATextThatHibernateKnows() {
		this.totals.findAll(Sort.by("name"), Witness.class);
		Statistics statistics = statistics();
		this.totals.findAll(Sort.by("name"), Witness.class);
		assertThat(statistics.getQueryPlanCacheHitCount()).as("text and plan").isEqualTo(2);
	}

	@Test
	void sortsWhereANameAloneDoesNotSayHow() {
		Order city = Order.asc("city");
		assertThat(this.totals.findAll(Sort.by(city.nullsFirst()), IdAndName.class)).extracting(IdAndName::name)
			.startsWith("Dan");
		assertThat(this.totals.findAll(Sort.by(city.nullsLast()), IdAndName.class)).extracting(IdAndName::name)
			.endsWith("Dan");
		Statistics statistics = statistics();
		this.totals.findAll(Sort.by(city.ignoreCase()), IdAndName.class);
		assertThat(statistics.getQueries()).singleElement().asString().contains("order by lower(");
		assertThatThrownBy(() -> this.totals.findAll(Sort.by("nowhere"), IdAndName.class))
			.isInstanceOf(PropertyReferenceException.class);
	}

	@Test
	void keepsThePlanOfEachOrderAndEachRecord() {
		assertThat(this.totals.findAll(Sort.by("name"), NameAndTotal.class)).extracting(NameAndTotal::name)
			.containsExactly("Ann", "Bob", "Cid", "Dan");
		assertThat(this.totals.findAll(Sort.by("name").descending(), NameAndTotal.class)).extracting(NameAndTotal::name)
			.containsExactly("Dan", "Cid", "Bob", "Ann");
		assertThat(this.totals.findAll(Sort.by("totalAmount", "name"), NameAndTotal.class))
			.extracting(NameAndTotal::name)
			.containsExactly("Cid", "Dan", "Bob", "Ann");
		assertThat(this.totals.findAll(Sort.by("name"), IdAndName.class)).extracting(IdAndName::name)
			.containsExactly("Ann", "Bob", "Cid", "Dan");
		assertThat(this.totals.findAll(PageRequest.of(1, 3, Sort.by("name")), IdAndName.class))
			.extracting(IdAndName::name)
			.containsExactly("Dan");
	}

	private static void assertDirect(int rows, Iterable<Witness> read, String... names) {
		assertThat(read).extracting(Witness::name).containsExactlyInAnyOrder(names);
		assertThat(Witness.DIRECT.getAndSet(0)).isEqualTo(rows);
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

	private static Statistics statistics() {
		Statistics statistics = application.getBean(EntityManagerFactory.class)
			.unwrap(SessionFactory.class)
			.getStatistics();
		statistics.setStatisticsEnabled(true);
		statistics.clear();
		return statistics;
	}

}
