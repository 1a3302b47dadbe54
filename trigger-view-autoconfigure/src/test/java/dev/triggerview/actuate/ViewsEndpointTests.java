package dev.triggerview.actuate;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.triggerview.actuate.ViewsEndpoint.ColumnDescriptor;
import dev.triggerview.actuate.ViewsEndpoint.DataSourceViews;
import dev.triggerview.actuate.ViewsEndpoint.ViewDescriptor;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.trigger.RelationKind;
import dev.triggerview.view.ViewCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class ViewsEndpointTests {

	private final FreshDatabase database;

	private final ViewsEndpoint endpoint;

	ViewsEndpointTests(FreshDatabase database) {
		this.database = database;
		this.endpoint = new ViewsEndpoint(Map.of("main", new ViewCatalog(database.dataSource())));
	}

	@BeforeEach
	void createView() {
		if (this.endpoint.views().dataSources().get("main").views().isEmpty()) {
			this.database.execute("create table account (id int not null primary key, balance int)",
					"create view rich_account as select id, balance from account where balance > 1000");
		}
	}

	@Test
	void showsWhatTheDatabaseHas() {
		assertThat(shown().views()).singleElement().satisfies((view) -> {
			assertThat(view.name()).isEqualToIgnoringCase("rich_account");
			assertThat(view.kind()).isEqualTo(RelationKind.VIEW);
			assertThat(view.columns()).extracting(ColumnDescriptor::name)
				.usingElementComparator(String::compareToIgnoreCase)
				.containsExactly("id", "balance");
			assertThat(view.reads()).singleElement().asString().containsIgnoringCase("account");
			assertThat(view.definition()).containsIgnoringCase("1000");
		});
	}

	@Test
	void showsTheOnesOfANameAndNothingForAnother() {
		String name = shown().views().get(0).name();
		assertThat(this.endpoint.viewsNamed(name)).isNotNull()
			.satisfies((found) -> assertThat(found.dataSources().get("main").views()).extracting(ViewDescriptor::name)
				.containsExactly(name));
		assertThat(this.endpoint.viewsNamed("poor_account")).isNull();
	}

	@Test
	void aDataSourceThatCannotBeReadDoesNotHideTheOthers() {
		Map<String, ViewCatalog> catalogs = new LinkedHashMap<>();
		catalogs.put("gone", new ViewCatalog(new DriverManagerDataSource("jdbc:postgresql://localhost:1/gone")));
		catalogs.put("main", new ViewCatalog(this.database.dataSource()));
		Map<String, DataSourceViews> shown = new ViewsEndpoint(catalogs).views().dataSources();
		assertThat(shown.get("gone").problem()).contains("Could not read the views");
		assertThat(shown.get("main").views()).hasSize(1);
	}

	private DataSourceViews shown() {
		return this.endpoint.views().dataSources().get("main");
	}

}
