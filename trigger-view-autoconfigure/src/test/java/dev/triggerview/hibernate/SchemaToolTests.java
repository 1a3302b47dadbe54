package dev.triggerview.hibernate;

import java.util.List;
import java.util.Locale;

import dev.triggerview.autoconfigure.FailureAnalyses;
import dev.triggerview.hibernate.sales.Customer;
import dev.triggerview.hibernate.sales.CustomerView;
import dev.triggerview.hibernate.sales.PurchaseView;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.trigger.RelationKind;
import dev.triggerview.view.View;
import dev.triggerview.view.ViewCatalog;
import dev.triggerview.view.WritableView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

/** What Hibernate's schema tools do to views. */
@EachDatabase
class SchemaToolTests {

	private final FreshDatabase database;

	SchemaToolTests(FreshDatabase any) {
		this.database = any.kind().create();
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	/** Hibernate's tools fail on any view of SQLite that has a computed column. */
	@Test
	void updateAndValidateLeaveViewsAlone() {
		this.database.execute("create table customer (id bigint primary key, name varchar(50))",
				"create view customer_view as select id, name from customer");
		for (String action : List.of("update", "validate")) {
			SalesDatabase
				.application(this.database, List.of(CustomerView.class), "spring.jpa.hibernate.ddl-auto=" + action)
				.run((context) -> assertThat(context).hasNotFailed());
			assertThat(views()).contains("customer_view");
		}
	}

	@Test
	void createDoesNotDropAViewWithItsTable() {
		SalesDatabase.create(this.database);
		SalesDatabase.fill(this.database);
		for (String action : List.of("create", "create-drop")) {
			SalesDatabase
				.application(this.database, List.of(Customer.class, CustomerView.class, PurchaseView.class),
						"spring.jpa.hibernate.ddl-auto=" + action)
				.run((context) -> {
					FailureAnalysis analysis = FailureAnalyses.of(context.getStartupFailure());
					assertThat(analysis.getDescription()).contains("customer").containsIgnoringCase("customer_view");
					assertThat(analysis.getAction()).contains("spring.jpa.hibernate.ddl-auto=validate",
							"spring.jpa.defer-datasource-initialization=true");
				});
		}
		assertThat(this.database.value("select count(*) from rich_customer")).isEqualTo("1");
	}

	@Test
	void noTableIsCreatedInPlaceOfAMissingView() {
		for (String action : List.of("create", "create-drop", "update")) {
			SalesDatabase.application(this.database, List.of(Later.class), "spring.jpa.hibernate.ddl-auto=" + action)
				.run((context) -> assertThat(FailureAnalyses.of(context.getStartupFailure()).getDescription())
					.contains("does not exist"));
		}
		assertThat(views()).isEmpty();
		this.database.execute("create table later_view (id int)");
	}

	@Test
	void aScriptMayCreateTheViewsAfterHibernateTheTables() {
		String[] properties = { "spring.jpa.hibernate.ddl-auto=create-drop",
				"spring.jpa.defer-datasource-initialization=true", "spring.sql.init.mode=always",
				"spring.sql.init.schema-locations=classpath:dev/triggerview/hibernate/later-view.sql" };
		List<Class<?>> entities = List.of(Base.class, Later.class);
		SalesDatabase.application(this.database, entities, properties).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(views()).containsExactly("later_view");
		});
	}

	@Test
	void aViewThatNoScriptCreatedIsReportedAfterwards() {
		SalesDatabase
			.application(this.database, List.of(Base.class, Later.class), "spring.jpa.hibernate.ddl-auto=create-drop",
					"spring.jpa.defer-datasource-initialization=true")
			.run((context) -> assertThat(FailureAnalyses.of(context.getStartupFailure()).getDescription())
				.containsIgnoringCase("later_view does not exist"));
	}

	@Test
	void hibernateCreatesTheViewWhoseQueryIsInTheMapping() {
		this.database.execute("create table base_table (id bigint primary key)");
		for (int start = 0; start < 2; start++) {
			SalesDatabase
				.application(this.database, List.of(Base.class, ByQuery.class), "spring.jpa.hibernate.ddl-auto=update")
				.run((context) -> {
					assertThat(context).hasNotFailed();
					assertThat(views()).containsExactly("query_view");
				});
		}
	}

	private List<String> views() {
		return new ViewCatalog(this.database.dataSource()).views()
			.stream()
			.filter((view) -> view.kind() == RelationKind.VIEW)
			.map(View::name)
			.map((name) -> name.name().toLowerCase(Locale.ROOT))
			.toList();
	}

	@Entity
	@Table(name = "base_table")
	static class Base {

		@Id
		Long id;

	}

	@Entity
	@WritableView
	@Table(name = "query_view")
	@org.hibernate.annotations.View(query = "select id from base_table")
	static class ByQuery {

		@Id
		Long id;

	}

	@Entity
	@WritableView
	@Table(name = "later_view")
	static class Later {

		@Id
		Long id;

	}

}
