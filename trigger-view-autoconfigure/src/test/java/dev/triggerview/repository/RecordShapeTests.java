package dev.triggerview.repository;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Records of every shape that people write. The database has no part in how they are
 * mapped, so one does.
 */
class RecordShapeTests {

	private static FreshDatabase database;

	@BeforeAll
	static void create() {
		database = TestDatabase.H2.create();
		Views.create(database);
	}

	@AfterAll
	static void drop() {
		database.close();
	}

	@Test
	void recordsMayHaveTheNameOfAnotherRecordOrEntity() {
		run(SameName.class, (context) -> {
			assertThat(context.getBean(People.class).findAll(Sort.by("name"))).extracting(People.Row::name)
				.containsExactly("Ann", "Bob", "Cid", "Dan");
			assertThat(context.getBean(People.class).inCity("Kiel")).extracting(People.Row::name)
				.containsExactly("Cid");
			assertThat(context.getBean(Payments.class).findByAmount(7)).containsExactly(new Payments.Row("Bob", 7));
			assertThat(context.getBean(Payments.class).above(7)).containsExactly(new Payments.Row("Ann", 11));
			assertThat(context.getBean(Buyers.class).findByCity("Kiel")).containsExactly(new Buyers.Customer("Kiel"));
		});
	}

	@Test
	void aRecordIsReadFromOneView() {
		Views.application(database).withUserConfiguration(TwoViews.class).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContainingAll(Names.class.getName(), Name.class.getName(), Moments.class.getName(),
						"customer_total", "moment", "a record of its own");
		});
	}

	@Test
	void repositoriesMayShareARecordAndItsView() {
		run(OneView.class, (context) -> assertThat(context.getBean(OtherNames.class).findAll()).hasSize(4));
	}

	@Test
	void anEmbeddedRecordKeepsItsNullsWhereverItStands() {
		run(EmbeddedFirst.class, (context) -> {
			Residents residents = context.getBean(Residents.class);
			assertThat(residents.findAll(Sort.by("resident.name"))).last()
				.isEqualTo(new Residence(new Resident("Dan", null), 0));
			assertThat(residents.findByResidentCity("Kiel")).extracting((row) -> row.resident().name())
				.containsExactly("Cid");
		});
	}

	@Test
	void anEmbeddedRecordAloneIsRefused() {
		Views.application(database)
			.withUserConfiguration(EmbeddedOnly.class)
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContainingAll(Alone.class.getName(), "Add one that is"));
	}

	@Test
	void anOptionalComponentIsRefused() {
		Views.application(database)
			.withUserConfiguration(OptionalCity.class)
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContainingAll("Component city of record " + Somewhere.class.getName(),
						"java.util.Optional"));
	}

	@Test
	void aNullInAPrimitiveIsReportedByItsName() {
		run(SameName.class,
				(context) -> assertThatException().isThrownBy(() -> context.getBean(Payments.class).findAll())
					.withMessageContainingAll("Component amount of record " + Payments.Row.class.getName(), "int",
							"Integer"));
	}

	@Test
	void nativeQueriesReturnRecords() {
		run(SameName.class, (context) -> {
			Payments payments = context.getBean(Payments.class);
			assertThat(payments.paidMoreThan(4)).containsExactly(new Payments.Row("Bob", 7),
					new Payments.Row("Ann", 11));
			Page<Payments.Row> page = payments.paidAtAll(PageRequest.of(1, 2));
			assertThat(page).containsExactly(new Payments.Row("Ann", 11));
			assertThat(page.getTotalElements()).isEqualTo(3);
		});
	}

	private static void run(Class<?> repositories, Consumer<AssertableApplicationContext> test) {
		Views.application(database).withUserConfiguration(repositories).run((context) -> {
			assertThat(context).hasNotFailed();
			test.accept(context);
		});
	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE,
					classes = { People.class, Payments.class, Buyers.class }))
	static class SameName {

	}

	@ReadOnlyViewRepository(view = "customer_total")
	interface People extends RecordRepository<People.Row> {

		@Query("select r from #{#entityName} r where r.city = :city")
		List<Row> inCity(String city);

		record Row(String name, String city) {

		}

	}

	@ReadOnlyViewRepository(view = "city_sale")
	interface Payments extends RecordRepository<Payments.Row> {

		List<Row> findByAmount(int amount);

		@Query("from dev.triggerview.repository.RecordShapeTests$Payments$Row r where r.amount > :amount")
		List<Row> above(int amount);

		@Query(value = "select amount, city, customer_name from city_sale where amount > :amount order by amount",
				nativeQuery = true)
		List<Row> paidMoreThan(int amount);

		@Query(value = "select * from city_sale where amount is not null order by amount",
				countQuery = "select count(amount) from city_sale", nativeQuery = true)
		Page<Row> paidAtAll(Pageable page);

		record Row(String customerName, int amount) {

		}

	}

	@ReadOnlyViewRepository(view = "customer_total")
	interface Buyers extends RecordRepository<Buyers.Customer> {

		List<Customer> findByCity(String city);

		record Customer(String city) {

		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = { Names.class, Moments.class }))
	static class TwoViews {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = { Names.class, OtherNames.class }))
	static class OneView {

	}

	record Name(String name) {

	}

	@ReadOnlyViewRepository(view = "customer_total")
	interface Names extends RecordRepository<Name> {

	}

	@ReadOnlyViewRepository(view = "customer_total", baseTables = "customer")
	interface OtherNames extends RecordRepository<Name> {

	}

	@ReadOnlyViewRepository(view = "moment")
	interface Moments extends RecordRepository<Name> {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Residents.class))
	static class EmbeddedFirst {

	}

	@Embeddable
	record Resident(@Column(name = "name") String name, @Column(name = "city") String city) {

	}

	record Residence(Resident resident, int totalAmount) {

	}

	@ReadOnlyViewRepository(view = "customer_total")
	interface Residents extends RecordRepository<Residence> {

		List<Residence> findByResidentCity(String city);

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Alones.class))
	static class EmbeddedOnly {

	}

	record Alone(Resident resident) {

	}

	@ReadOnlyViewRepository(view = "customer_total")
	interface Alones extends RecordRepository<Alone> {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Somewheres.class))
	static class OptionalCity {

	}

	record Somewhere(Integer id, Optional<String> city) {

	}

	@ReadOnlyViewRepository(view = "customer_total")
	interface Somewheres extends RecordRepository<Somewhere> {

	}

}
