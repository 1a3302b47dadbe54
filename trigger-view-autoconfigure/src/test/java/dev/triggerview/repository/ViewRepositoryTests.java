package dev.triggerview.repository;

import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.repository.shop.CustomerTotal;
import dev.triggerview.repository.shop.CustomerTotals;
import dev.triggerview.repository.shop.IdAndName;
import dev.triggerview.repository.shop.NameAndTotal;
import dev.triggerview.repository.shop.Witness;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Example;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EachDatabase
class ViewRepositoryTests {

	private static final NameAndTotal ANN = record("Ann", 15);

	private static final NameAndTotal BOB = record("Bob", 7);

	private static final NameAndTotal CID = record("Cid", 0);

	private static final NameAndTotal DAN = record("Dan", 0);

	private static final Sort BY_NAME = Sort.by("name");

	private static final Specification<CustomerTotal> IN_BONN = (total, query, builder) -> builder
		.equal(total.get("city"), "Bonn");

	private static ConfigurableApplicationContext application;

	private final CustomerTotals totals = application.getBean(CustomerTotals.class);

	private final TransactionTemplate transaction = application.getBean(TransactionTemplate.class);

	ViewRepositoryTests(FreshDatabase database) {
	}

	@BeforeParameterizedClassInvocation
	static void start(FreshDatabase database) {
		Views.create(database);
		application = Views.start(database);
	}

	@AfterParameterizedClassInvocation
	static void close() {
		application.close();
	}

	@Test
	void findsById() {
		assertThat(this.totals.findById(1)).map(CustomerTotal::getName).contains("Ann");
		assertThat(this.totals.findById(9)).isEmpty();
		assertThat(this.totals.findById(1, NameAndTotal.class)).contains(ANN);
		assertThat(this.totals.findById(9, NameAndTotal.class)).isEmpty();
		assertThat(this.totals.existsById(1)).isTrue();
		assertThat(this.totals.existsById(9)).isFalse();
	}

	@Test
	void findsByIds() {
		assertThat(this.totals.findAllById(List.of(1, 3, 9))).map(CustomerTotal::getName)
			.containsExactlyInAnyOrder("Ann", "Cid");
		assertThat(this.totals.findAllById(List.of(1, 3, 9), NameAndTotal.class)).containsExactlyInAnyOrder(ANN, CID);
	}

	@Test
	void findsAll() {
		assertThat(this.totals.findAll()).hasSize(4);
		assertThat(this.totals.findAll(BY_NAME.descending())).map(CustomerTotal::getName)
			.containsExactly("Dan", "Cid", "Bob", "Ann");
		assertThat(this.totals.findAll(NameAndTotal.class)).containsExactlyInAnyOrder(ANN, BOB, CID, DAN);
		assertThat(this.totals.findAll(BY_NAME, NameAndTotal.class)).containsExactly(ANN, BOB, CID, DAN);
		assertThat(this.totals.count()).isEqualTo(4);
	}

	@Test
	void findsPages() {
		Page<CustomerTotal> page = this.totals.findAll(PageRequest.of(1, 2, BY_NAME));
		assertThat(page).map(CustomerTotal::getName).containsExactly("Cid", "Dan");
		assertThat(page.getTotalElements()).isEqualTo(4);
		Page<NameAndTotal> records = this.totals.findAll(PageRequest.of(0, 3, BY_NAME), NameAndTotal.class);
		assertThat(records).containsExactly(ANN, BOB, CID);
		assertThat(records.getTotalPages()).isEqualTo(2);
	}

	@Test
	void findsSlicesWithoutCounting() {
		Statistics statistics = statistics();
		Slice<CustomerTotal> slice = this.totals.findSlice(PageRequest.of(0, 3, BY_NAME));
		assertThat(slice).map(CustomerTotal::getName).containsExactly("Ann", "Bob", "Cid");
		assertThat(slice.hasNext()).isTrue();
		assertThat(this.totals.findSlice(PageRequest.of(1, 2, BY_NAME), NameAndTotal.class)).containsExactly(CID, DAN);
		Slice<CustomerTotal> inBonn = this.totals.findSlice(IN_BONN, PageRequest.of(0, 1, BY_NAME));
		assertThat(inBonn).map(CustomerTotal::getName).containsExactly("Ann");
		assertThat(inBonn.hasNext()).isTrue();
		assertThat(this.totals.findSlice(IN_BONN, PageRequest.of(1, 1, BY_NAME), NameAndTotal.class))
			.containsExactly(BOB);
		assertThat(statistics.getPrepareStatementCount()).isEqualTo(4);
	}

	@Test
	void scrollsByOffset() {
		Window<CustomerTotal> first = this.totals.scroll(ScrollPosition.offset(), BY_NAME, Limit.of(3));
		assertThat(first).map(CustomerTotal::getName).containsExactly("Ann", "Bob", "Cid");
		assertThat(first.hasNext()).isTrue();
		Window<NameAndTotal> next = this.totals.scroll(first.positionAt(2), BY_NAME, Limit.of(3), NameAndTotal.class);
		assertThat(next).containsExactly(DAN);
		assertThat(next.hasNext()).isFalse();
	}

	@Test
	void scrollsByKeyset() {
		Window<CustomerTotal> first = this.totals.scroll(ScrollPosition.keyset(), BY_NAME, Limit.of(3));
		Window<CustomerTotal> next = this.totals.scroll(first.positionAt(2), BY_NAME, Limit.of(3));
		assertThat(next).map(CustomerTotal::getName).containsExactly("Dan");
	}

	@Test
	void scrollsRecordsByKeyset() {
		Window<IdAndName> first = this.totals.scroll(ScrollPosition.keyset(), BY_NAME, Limit.of(3), IdAndName.class);
		Window<IdAndName> next = this.totals.scroll(first.positionAt(2), BY_NAME, Limit.of(3), IdAndName.class);
		assertThat(next).containsExactly(new IdAndName(4, "Dan"));
	}

	@Test
	void streamsAndHoldsOneEntityAtATime() {
		this.transaction.executeWithoutResult((status) -> {
			EntityManager entityManager = application.getBean(EntityManager.class);
			try (Stream<CustomerTotal> rows = this.totals.streamAll(BY_NAME, 2)) {
				List<CustomerTotal> read = rows.toList();
				assertThat(read).map(CustomerTotal::getName).containsExactly("Ann", "Bob", "Cid", "Dan");
				assertThat(read).filteredOn(entityManager::contains).hasSize(1);
			}
			try (Stream<NameAndTotal> rows = this.totals.streamAll(IN_BONN, BY_NAME, 1, NameAndTotal.class)) {
				assertThat(rows).containsExactly(ANN, BOB);
			}
		});
	}

	@Test
	void refusesToStreamWithoutATransactionOfTheCaller() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.totals.streamAll(BY_NAME, 2))
			.withMessageContaining("A stream of CustomerTotal")
			.withMessageContaining("@Transactional(readOnly = true)");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.totals.streamAll(IN_BONN, BY_NAME, 1, NameAndTotal.class));
	}

	@Test
	void findsBySpecification() {
		assertThat(this.totals.findAll(IN_BONN, BY_NAME)).map(CustomerTotal::getName).containsExactly("Ann", "Bob");
		assertThat(this.totals.findAll(IN_BONN, BY_NAME, NameAndTotal.class)).containsExactly(ANN, BOB);
		assertThat(this.totals.findAll(IN_BONN, PageRequest.of(0, 1, BY_NAME), NameAndTotal.class).getTotalElements())
			.isEqualTo(2);
		assertThat(this.totals.findOne((total, builder) -> builder.isNull(total.get("city"))))
			.map(CustomerTotal::getName)
			.contains("Dan");
		assertThat(this.totals.count(IN_BONN)).isEqualTo(2);
		assertThat(this.totals.exists(IN_BONN)).isTrue();
	}

	@Test
	void findsByExample() {
		CustomerTotal probe = new CustomerTotal();
		probe.setName("Bob");
		assertThat(this.totals.findOne(Example.of(probe))).map(CustomerTotal::getId).contains(2);
		List<NameAndTotal> records = this.totals.findBy(Example.of(probe),
				(query) -> query.as(NameAndTotal.class).all());
		assertThat(records).containsExactly(BOB);
	}

	@Test
	void findsFluently() {
		Slice<NameAndTotal> slice = this.totals.findBy(IN_BONN,
				(query) -> query.as(NameAndTotal.class).sortBy(BY_NAME).slice(PageRequest.of(0, 1, BY_NAME)));
		assertThat(slice).containsExactly(ANN);
		assertThat(slice.hasNext()).isTrue();
	}

	@Test
	void derivesQueriesAndReadsDeclaredOnes() {
		assertThat(this.totals.findByCityOrderByName("Bonn")).map(CustomerTotal::getName).containsExactly("Ann", "Bob");
		assertThat(this.totals.findByCityIsNull()).containsExactly(DAN);
		assertThat(this.totals.findByNameStartingWith("C", NameAndTotal.class)).containsExactly(CID);
		assertThat(this.totals.buyers()).containsExactly(ANN, BOB);
	}

	@Test
	void derivesPagesWindowsAndStreamsOfRecords() {
		Page<Witness> page = this.totals.findByTotalAmountLessThan(9, PageRequest.of(0, 2, BY_NAME));
		assertThat(page).extracting(Witness::name).containsExactly("Bob", "Cid");
		assertThat(page.getTotalElements()).isEqualTo(3);
		Window<IdAndName> first = this.totals.findFirst2ByTotalAmountLessThanOrderByName(9, ScrollPosition.keyset());
		assertThat(first).extracting(IdAndName::name).containsExactly("Bob", "Cid");
		Window<IdAndName> next = this.totals.findFirst2ByTotalAmountLessThanOrderByName(9, first.positionAt(1));
		assertThat(next).containsExactly(new IdAndName(4, "Dan"));
		this.transaction.executeWithoutResult((status) -> {
			try (Stream<Witness> rows = this.totals.streamByTotalAmountLessThanOrderByName(9)) {
				assertThat(rows).extracting(Witness::name).containsExactly("Bob", "Cid", "Dan");
			}
		});
		assertThat(this.totals.findByName("Bob")).map(Witness::id).contains(2);
		assertThat(this.totals.findByName("Eve")).isEmpty();
	}

	private Statistics statistics() {
		Statistics statistics = application.getBean(EntityManagerFactory.class)
			.unwrap(SessionFactory.class)
			.getStatistics();
		statistics.setStatisticsEnabled(true);
		statistics.clear();
		return statistics;
	}

	private static NameAndTotal record(String name, long total) {
		return new NameAndTotal(name, total);
	}

}
