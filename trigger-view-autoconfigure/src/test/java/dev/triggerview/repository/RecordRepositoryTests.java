package dev.triggerview.repository;

import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.repository.shop.CityAndPaid;
import dev.triggerview.repository.shop.Sale;
import dev.triggerview.repository.shop.Sale.Size;
import dev.triggerview.repository.shop.Sales;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
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

/** City sales have equal rows, and nulls in every column, the first one included. */
@EachDatabase
class RecordRepositoryTests {

	private static final Sale ANN = new Sale("Bonn", "Ann", Size.LARGE, 11);

	private static final Sale ANN_SMALL = new Sale("Bonn", "Ann", Size.SMALL, 4);

	private static final Sale BOB = new Sale("Bonn", "Bob", Size.LARGE, 7);

	private static final Sale CID = new Sale("Kiel", "Cid", null, null);

	private static final Sale DAN = new Sale(null, "Dan", null, null);

	private static final Sort BY_NAME_AND_PAID = Sort.by("customerName", "paid");

	private static final Specification<Sale> LARGE = (sale, query, builder) -> builder.equal(sale.get("size"),
			Size.LARGE);

	private static ConfigurableApplicationContext application;

	private final Sales sales = application.getBean(Sales.class);

	RecordRepositoryTests(FreshDatabase database) {
	}

	@BeforeParameterizedClassInvocation
	static void start(FreshDatabase database) {
		Views.create(database);
		database.execute("insert into purchase values (4, 1, 11)");
		application = Views.start(database);
	}

	@AfterParameterizedClassInvocation
	static void close() {
		application.close();
	}

	@Test
	void keepsDuplicatesAndNulls() {
		assertThat(this.sales.findAll()).containsExactlyInAnyOrder(ANN, ANN, ANN_SMALL, BOB, CID, DAN);
		assertThat(this.sales.findAll(BY_NAME_AND_PAID)).containsExactly(ANN_SMALL, ANN, ANN, BOB, CID, DAN);
		assertThat(this.sales.count()).isEqualTo(6);
		assertThat(this.sales.count(Specification.not(LARGE))).isEqualTo(1);
	}

	@Test
	void pages() {
		Page<Sale> page = this.sales.findAll(PageRequest.of(0, 4, BY_NAME_AND_PAID));
		assertThat(page).containsExactly(ANN_SMALL, ANN, ANN, BOB);
		assertThat(page.getTotalElements()).isEqualTo(6);
		Slice<Sale> slice = this.sales.findSlice(PageRequest.of(1, 3, BY_NAME_AND_PAID));
		assertThat(slice).containsExactly(BOB, CID, DAN);
		assertThat(slice.hasNext()).isFalse();
	}

	@Test
	void scrollsByOffsetOnly() {
		Window<Sale> first = this.sales.scroll(ScrollPosition.offset(), BY_NAME_AND_PAID, Limit.of(5));
		assertThat(first).containsExactly(ANN_SMALL, ANN, ANN, BOB, CID);
		assertThat(this.sales.scroll(first.positionAt(4), BY_NAME_AND_PAID, Limit.of(5)).getContent())
			.containsExactly(DAN);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.sales.scroll(ScrollPosition.keyset(), BY_NAME_AND_PAID, Limit.of(5)))
			.withMessageContaining("scroll by offset");
	}

	@Test
	void streams() {
		application.getBean(TransactionTemplate.class).executeWithoutResult((status) -> {
			try (Stream<Sale> rows = this.sales.streamAll(BY_NAME_AND_PAID, 2)) {
				assertThat(rows).containsExactly(ANN_SMALL, ANN, ANN, BOB, CID, DAN);
			}
			try (Stream<CityAndPaid> rows = this.sales.streamAll(LARGE, Sort.by("paid"), 2, CityAndPaid.class)) {
				assertThat(rows).extracting(CityAndPaid::paid).containsExactly(7, 11, 11);
			}
		});
	}

	@Test
	void filters() {
		assertThat(this.sales.findAll(LARGE, BY_NAME_AND_PAID)).containsExactly(ANN, ANN, BOB);
		assertThat(this.sales.exists(LARGE)).isTrue();
		assertThat(this.sales.findOne((sale, builder) -> builder.isNull(sale.get("city")))).contains(DAN);
		assertThat(this.sales.findAll(Example.of(new Sale("Bonn", null, null, 11)))).containsExactly(ANN, ANN);
		Example<Sale> inBonn = Example.of(new Sale("Bonn", null, null, null));
		assertThat(this.sales.count(inBonn)).isEqualTo(4);
		assertThat(this.sales.findAll(inBonn, PageRequest.of(0, 2, BY_NAME_AND_PAID)).getTotalPages()).isEqualTo(2);
	}

	@Test
	void findsFluently() {
		List<CityAndPaid> paid = this.sales.findBy(LARGE,
				(query) -> query.as(CityAndPaid.class).sortBy(Sort.by("paid")).limit(2).all());
		assertThat(paid).containsExactly(new CityAndPaid("Bonn", 7), new CityAndPaid("Bonn", 11));
		Sale first = this.sales.findBy(Example.of(DAN), (query) -> query.firstValue());
		assertThat(first).isEqualTo(DAN);
	}

	@Test
	void derivesQueriesAndReadsDeclaredOnes() {
		assertThat(this.sales.findByCityOrderByPaidDesc("Bonn")).containsExactly(ANN, ANN, BOB, ANN_SMALL);
		assertThat(this.sales.firstAbove(5).hasNext()).isTrue();
		assertThat(this.sales.countBySize(Size.LARGE)).isEqualTo(3);
		assertThat(this.sales.countByCustomerName("Dan")).isEqualTo(1);
		assertThat(this.sales.nowhere()).containsExactly(DAN);
		assertThat(this.sales.findBySizeOrderByPaid(Size.LARGE, CityAndPaid.class)).hasSize(3);
	}

	@Test
	void derivesPagesWindowsAndStreams() {
		Page<Sale> page = this.sales.findByPaidLessThan(9, PageRequest.of(0, 1, BY_NAME_AND_PAID));
		assertThat(page).containsExactly(ANN_SMALL);
		assertThat(page.getTotalElements()).isEqualTo(2);
		Window<Sale> first = this.sales.findFirst2ByCityOrderByCustomerNameAscPaidAsc("Bonn", ScrollPosition.offset());
		assertThat(first).containsExactly(ANN_SMALL, ANN);
		assertThat(this.sales.findFirst2ByCityOrderByCustomerNameAscPaidAsc("Bonn", first.positionAt(1)).getContent())
			.containsExactly(ANN, BOB);
		application.getBean(TransactionTemplate.class).executeWithoutResult((status) -> {
			try (Stream<Sale> rows = this.sales.streamByCityOrderByPaid("Bonn")) {
				assertThat(rows).containsExactly(ANN_SMALL, BOB, ANN, ANN);
			}
		});
		assertThat(this.sales.atLeast(7)).containsExactly(BOB, ANN, ANN);
	}

}
