package dev.triggerview.hibernate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import dev.triggerview.autoconfigure.FailureAnalyses;
import dev.triggerview.hibernate.sales.Customer;
import dev.triggerview.hibernate.sales.CustomerView;
import dev.triggerview.hibernate.sales.PurchaseView;
import dev.triggerview.hibernate.sales.RichCustomer;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.view.WritableView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Subselect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What start-up says about entities that do not fit their views. */
@EachDatabase
class ViewCheckTests {

	private final FreshDatabase database;

	ViewCheckTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void create(FreshDatabase database) {
		SalesDatabase.create(database);
		SalesDatabase.fill(database);
	}

	@Test
	void namesTheViewThatWasMeant() {
		FailureAnalysis analysis = SalesDatabase.failure(this.database, MissingView.class);
		assertThat(analysis.getDescription()).contains("MissingView", "view ", "does not exist")
			.containsIgnoringCase("customer_view");
		assertThat(analysis.getAction()).containsIgnoringCase("@Table(name = \"customer_view\")")
			.contains("trigger-view.views.validate=warn");
	}

	@Test
	void namesTheColumnThatWasMeant() {
		FailureAnalysis analysis = SalesDatabase.failure(this.database, MissingColumn.class);
		assertThat(analysis.getDescription()).contains("column nmae is missing").containsIgnoringCase("customer_view");
		assertThat(analysis.getAction()).containsIgnoringCase("@Column(name = \"name\")").contains("attribute name");
	}

	@Test
	void quotesNamesOfWhichTheNamingStrategyWouldMakeOthers() {
		String quote = this.database.is(TestDatabase.MARIADB, TestDatabase.MYSQL) ? "`" : "\"";
		this.database.execute(
				"create view %1$sspokenOf%1$s as select id, name as %1$sfullName%1$s from customer".formatted(quote));
		assertThat(SalesDatabase.failure(this.database, SpokenOf.class).getAction())
			.contains("@Table(name = \"\\\"spokenOf\\\"\")");
		assertThat(SalesDatabase.failure(this.database, FullName.class).getAction())
			.contains("@Column(name = \"\\\"fullName\\\"\")");
		SalesDatabase.application(this.database, List.of(QuotedName.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void acceptsAQueryInTheMapping() {
		SalesDatabase.application(this.database, List.of(ByQuery.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void takesANameInAnyCaseWhereTheDatabaseDoes() {
		if (!this.database.is(TestDatabase.H2)) {
			return;
		}
		try (FreshDatabase other = this.database.kind().create()) {
			String url = other.url() + ";DATABASE_TO_UPPER=false;CASE_INSENSITIVE_IDENTIFIERS=true";
			SalesDatabase
				.application(other, List.of(CustomerView.class), "spring.datasource.url=" + url,
						"spring.datasource.hikari.connection-init-sql="
								+ "create view if not exists Customer_View as select 1 as id, 'Ann' as name")
				.run((context) -> assertThat(context.getBean(EntityManagerFactory.class)
					.unwrap(SessionFactoryImplementor.class)
					.getMappingMetamodel()
					.getEntityDescriptor(CustomerView.class)).isInstanceOf(ReadOnlyViewPersister.class));
		}
	}

	@Test
	void refusesARecordAsEntity() {
		FailureAnalysis analysis = SalesDatabase.failure(this.database, RecordEntity.class);
		assertThat(analysis.getDescription()).contains("a record cannot be an entity");
		assertThat(analysis.getAction()).contains("@ReadOnlyViewRepository(view = ", "RecordRepository<");
	}

	@Test
	void refusesATableWhereAViewIsDeclared() {
		FailureAnalysis analysis = SalesDatabase.failure(this.database, TableAsView.class);
		assertThat(analysis.getDescription()).contains("is a table, but").containsIgnoringCase("customer");
	}

	@Test
	void reportsEveryProblemAtOnce() {
		assertThat(SalesDatabase.failure(this.database, MissingView.class, MissingColumn.class, TableAsView.class)
			.getDescription()).contains("MissingView", "MissingColumn", "TableAsView");
	}

	@Test
	void startsWhenProblemsAreOnlyWarnings() {
		for (String value : List.of("warn", "off")) {
			SalesDatabase
				.application(this.database, List.of(MissingColumn.class), "trigger-view.views.validate=" + value)
				.run((context) -> assertThat(context).hasNotFailed());
		}
	}

	@Test
	void findsRowsThatShareAnIdentifierIfAskedTo() {
		List<Class<?>> entities = List.of(RepeatedIdentifier.class);
		SalesDatabase.application(this.database, entities).run((context) -> assertThat(context).hasNotFailed());
		SalesDatabase.application(this.database, entities, "trigger-view.views.probe-identifiers=true")
			.run((context) -> {
				FailureAnalysis analysis = FailureAnalyses.of(context.getStartupFailure());
				assertThat(analysis.getDescription()).contains("is not unique").endsWith("several rows have 1");
				assertThat(analysis.getAction()).contains("row_number() over ()", "RecordRepository<");
			});
	}

	@Test
	void asksTheCatalogOnceHoweverManyEntitiesThereAre() {
		assertThat(catalogQueries(List.of(CustomerView.class))).hasSize(1);
		assertThat(catalogQueries(List.of(Customer.class, PurchaseView.class, CustomerView.class, RichCustomer.class)))
			.hasSize(1);
	}

	@Test
	void asksNothingForAPersistenceUnitWithoutEntities() {
		assertThat(catalogQueries(List.of())).isEmpty();
	}

	@Test
	void takesTheViewOfTheSchemaThatIsMappedOnly() {
		if (!this.database.is(TestDatabase.POSTGRESQL, TestDatabase.H2, TestDatabase.HSQLDB)) {
			return;
		}
		this.database.execute("create schema other", "create table other.customer_view (id bigint, name varchar(50))");
		SalesDatabase.application(this.database, List.of(CustomerView.class))
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(SalesDatabase.failure(this.database, OtherSchema.class).getDescription()).contains("is a table, but")
			.containsIgnoringCase("other.");
		this.database.execute("create view other.only_there as select id from other.customer_view");
		assertThat(SalesDatabase.failure(this.database, OnlyThere.class).getAction())
			.containsIgnoringCase("@Table(name = \"only_there\", schema = \"other\")");
		this.database.execute("insert into other.customer_view values (1, 'Ann')",
				"insert into other.customer_view values (1, 'Bob')");
		SalesDatabase.application(this.database, List.of(ThereTwice.class), "trigger-view.views.probe-identifiers=true")
			.run((context) -> assertThat(FailureAnalyses.of(context.getStartupFailure()).getAction())
				.containsIgnoringCase("@ReadOnlyViewRepository(view = \"other.only_there\")"));
		this.database.execute("drop schema other cascade");
	}

	private List<String> catalogQueries(List<Class<?>> entities) {
		List<String> queries = new CopyOnWriteArrayList<>();
		SalesDatabase.application(this.database, entities)
			.withBean(DataSource.class, () -> new Watched(this.database.dataSource(), queries))
			.run((context) -> assertThat(context).hasNotFailed());
		return queries.stream().filter((sql) -> sql.contains("relation_name")).toList();
	}

	@Entity
	@WritableView
	@Table(name = "customer_veiw")
	static class MissingView {

		@Id
		Long id;

	}

	@Entity
	@WritableView
	@Table(name = "only_there")
	static class OnlyThere {

		@Id
		Long id;

	}

	@Entity
	@Table(name = "only_there", schema = "other")
	static class ThereTwice {

		@Id
		Long id;

	}

	@Entity
	@WritableView
	@Table(name = "spokenOf")
	static class SpokenOf {

		@Id
		Long id;

	}

	@Entity
	@Table(name = "\"spokenOf\"")
	static class FullName {

		@Id
		Long id;

		String fullName;

	}

	@Entity
	@Table(name = "\"spokenOf\"")
	static class QuotedName {

		@Id
		Long id;

		@Column(name = "\"fullName\"")
		String fullName;

	}

	@Entity
	@Table(name = "customer_view")
	static class MissingColumn {

		@Id
		Long id;

		@Column(name = "nmae")
		String name;

	}

	@Entity(name = "customer")
	@WritableView
	@Subselect("select id from customer_view")
	static class ByQuery {

		@Id
		Long id;

	}

	@Entity
	@Table(name = "customer_view")
	record RecordEntity(@Id Long id, String name) {

	}

	@Entity
	@WritableView
	@Table(name = "customer")
	static class TableAsView {

		@Id
		Long id;

	}

	@Entity
	@Table(name = "purchase_view")
	static class RepeatedIdentifier {

		@Id
		@Column(name = "customer_id")
		Long customer;

	}

	@Entity
	@WritableView
	@Table(schema = "other", name = "customer_view")
	static class OtherSchema {

		@Id
		Long id;

	}

	/** Keeps the queries of plain statements. */
	private static final class Watched extends DelegatingDataSource {

		private final List<String> queries;

		Watched(DataSource target, List<String> queries) {
			super(target);
			this.queries = queries;
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return watch(Connection.class, connection, "createStatement");
		}

		private <T> T watch(Class<T> type, T target, String method) {
			return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
					(proxy, called, arguments) -> {
						if (arguments != null && called.getName().equals("executeQuery")) {
							this.queries.add(arguments[0].toString());
						}
						try {
							Object result = called.invoke(target, arguments);
							return called.getName().equals(method) ? watch(Statement.class, (Statement) result, "none")
									: result;
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					}));
		}

	}

}
