package dev.triggerview.repository;

import java.math.BigDecimal;

import dev.triggerview.autoconfigure.FailureAnalyses;
import dev.triggerview.autoconfigure.ViewEntitiesAutoConfiguration;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

import static org.assertj.core.api.Assertions.assertThat;

/** What start-up says about records that do not fit their views. */
@EachDatabase
class RecordCheckTests {

	private final FreshDatabase database;

	RecordCheckTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void create(FreshDatabase database) {
		Views.create(database);
	}

	@Test
	void namesTheViewThatWasMeant() {
		FailureAnalysis analysis = failure(MissingView.class);
		assertThat(analysis.getDescription()).contains("does not exist").containsIgnoringCase("city_sale");
		assertThat(analysis.getAction()).containsIgnoringCase("@ReadOnlyViewRepository(view = \"city_sale\")")
			.doesNotContain("@Table");
	}

	@Test
	void namesTheColumnThatWasMeant() {
		FailureAnalysis analysis = failure(MissingColumn.class);
		assertThat(analysis.getDescription()).contains("column customer_nmae is missing")
			.containsIgnoringCase("near names are customer_name");
		assertThat(analysis.getAction()).containsIgnoringCase("@Column(name = \"customer_name\")")
			.contains("attribute customerNmae");
	}

	@Test
	void namesTheTypeThatDoesNotFit() {
		assertThat(failure(OtherType.class).getDescription()).containsIgnoringCase("type mismatch: column city");
	}

	@Test
	void refusesATableWhereAViewIsDeclared() {
		assertThat(failure(TableAsView.class).getDescription()).contains("is a table, but");
	}

	@Test
	void acceptsRecordsThatFit() {
		application().run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void readsTheViewOfTheSchemaThatIsNamed() {
		if (!this.database.is(TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.HSQLDB)) {
			return;
		}
		this.database.execute("create schema branch", "create table branch.customer (name varchar(40))",
				"insert into branch.customer values ('Far')",
				"create view branch.resident as select name from branch.customer",
				"create view resident as select name from customer");
		try {
			application().withUserConfiguration(OtherSchema.class).run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(OtherSchema.Rows.class).findAll())
					.containsExactly(new OtherSchema.Resident("Far"));
			});
		}
		finally {
			this.database.execute("drop view branch.resident", "drop table branch.customer", "drop schema branch");
		}
	}

	private FailureAnalysis failure(Class<?> repositories) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		application().withUserConfiguration(repositories).run((context) -> {
			assertThat(context).hasFailed();
			analysis[0] = FailureAnalyses.of(context.getStartupFailure());
		});
		return analysis[0];
	}

	private ApplicationContextRunner application() {
		return Views.application(this.database)
			.withConfiguration(AutoConfigurations.of(ViewEntitiesAutoConfiguration.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = OtherSchema.Rows.class))
	static class OtherSchema {

		@ReadOnlyViewRepository(view = "branch.resident")
		interface Rows extends RecordRepository<Resident> {

		}

		record Resident(String name) {

		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = MissingView.Rows.class))
	static class MissingView {

		@ReadOnlyViewRepository(view = "city_sales")
		interface Rows extends RecordRepository<Row> {

		}

		record Row(String city, String customerName) {

		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = MissingColumn.Rows.class))
	static class MissingColumn {

		@ReadOnlyViewRepository(view = "city_sale")
		interface Rows extends RecordRepository<Row> {

		}

		record Row(String city, String customerNmae) {

		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = OtherType.Rows.class))
	static class OtherType {

		@ReadOnlyViewRepository(view = "city_sale")
		interface Rows extends RecordRepository<Row> {

		}

		record Row(BigDecimal city) {

		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = TableAsView.Rows.class))
	static class TableAsView {

		@ReadOnlyViewRepository(view = "customer")
		interface Rows extends RecordRepository<Row> {

		}

		record Row(String name) {

		}

	}

}
