package dev.triggerview.view;

import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.RelationKind;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class ViewCatalogTests {

	private final FreshDatabase database;

	ViewCatalogTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void createViews(FreshDatabase database) {
		database.execute("""
				create table customer (id bigint primary key, name varchar(20) not null, active boolean,
				born date, seen timestamp, score double precision, balance numeric(10,2), visits int)""",
				"create table orders (id bigint primary key, customer_id bigint, total numeric(10,2))",
				"create table unread (id bigint primary key)", """
						create view all_types as
						select id, name, active, born, seen, score, balance, visits from customer""",
				"create view order_total as select o.customer_id, sum(o.total) as total from orders o group by o.customer_id",
				"""
						create view rich_customer as
						select c.id, c.name, t.total from customer c
						join order_total t on t.customer_id = c.id where c.name <> 'it''s unread -- '""",
				"create view constants as select 1 as one, 'orders' as word"
						+ (database.is(TestDatabase.HSQLDB) ? " from (values (0))" : ""));
	}

	@Test
	void findsEveryViewWithItsColumnsInOrder() {
		assertThat(views()).extracting((view) -> lower(view.name().name()))
			.contains("all_types", "constants", "order_total", "rich_customer")
			.doesNotContain("customer", "orders");
		assertThat(view("rich_customer").columns()).extracting((column) -> lower(column.name()))
			.containsExactly("id", "name", "total");
		assertThat(view("rich_customer").kind()).isEqualTo(RelationKind.VIEW);
		assertThat(view("rich_customer").definition())
			.hasValueSatisfying((definition) -> assertThat(definition).containsIgnoringCase("order_total"));
	}

	@Test
	void tellsTheTypesOfColumns() {
		View view = view("all_types");
		assertThat(type(view, "id")).isEqualTo(JDBCType.BIGINT);
		assertThat(type(view, "name")).isEqualTo(JDBCType.VARCHAR);
		assertThat(type(view, "active")).isIn(JDBCType.BOOLEAN, JDBCType.TINYINT);
		assertThat(type(view, "seen")).isEqualTo(JDBCType.TIMESTAMP);
		assertThat(type(view, "score")).isEqualTo(JDBCType.DOUBLE);
		assertThat(type(view, "balance")).isEqualTo(JDBCType.DECIMAL);
		assertThat(type(view, "visits")).isEqualTo(JDBCType.INTEGER);
		if (!this.database.is(TestDatabase.SQLITE)) {
			ViewColumn balance = view.column("balance").orElseThrow();
			assertThat(balance.size()).hasValue(10);
			assertThat(balance.scale()).hasValue(2);
			assertThat(balance.typeWithSize()).endsWith("(10,2)");
			assertThat(view.column("name").orElseThrow().typeWithSize()).endsWith("(20)");
			assertThat(view.columns())
				.filteredOn((column) -> Set.of("id", "visits", "score").contains(lower(column.name())))
				.hasSize(3)
				.allSatisfy((column) -> assertThat(column.typeWithSize()).isEqualTo(column.type()));
		}
	}

	@Test
	void tellsAScaleLeftOfThePoint() {
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			this.database.execute("create view rounded as select cast(1234 as numeric(5, -2)) as hundreds");
			ViewColumn hundreds = view("rounded").column("hundreds").orElseThrow();
			assertThat(hundreds.size()).hasValue(5);
			assertThat(hundreds.scale()).hasValue(-2);
		}
	}

	@Test
	void tellsWhatAViewReadsDirectlyAndThroughOtherViews() {
		View view = view("rich_customer");
		assertThat(names(view.reads())).containsExactlyInAnyOrder("customer", "order_total");
		assertThat(names(view.readsTransitively())).containsExactlyInAnyOrder("customer", "order_total", "orders");
		assertThat(names(view("order_total").reads())).containsExactly("orders");
	}

	@Test
	void doesNotTakeALiteralOrCommentForATable() {
		assertThat(names(view("rich_customer").reads())).doesNotContain("unread");
		if (!this.database.is(TestDatabase.SQLITE)) {
			assertThat(view("constants").reads()).isEmpty();
		}
	}

	@Test
	void readsAViewWithALongLiteral() {
		this.database
			.execute("create view long_literal as select id, '" + "it''s long ".repeat(2000) + "' as text from unread");
		assertThat(names(view("long_literal").reads())).containsExactly("unread");
	}

	@Test
	void tellsWhetherTheDatabaseItselfWritesThroughAView() {
		boolean writes = this.database.is(TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.HSQLDB);
		View simple = view("all_types");
		assertThat(List.of(simple.insertable(), simple.updatable(), simple.deletable())).containsExactly(writes, writes,
				writes);
		View aggregate = view("order_total");
		assertThat(List.of(aggregate.insertable(), aggregate.updatable(), aggregate.deletable())).containsExactly(false,
				false, false);
	}

	@Test
	void findsARelationByTheNameThatAStatementWouldUse() throws SQLException {
		try (Connection connection = this.database.connect()) {
			Relations relations = ViewCatalog.relations(connection);
			String schema = view("order_total").name().schema();
			assertThat(relations.find(RelationName.of(fold("order_total"))))
				.hasValueSatisfying((name) -> assertThat(relations.view(name)).isPresent());
			assertThat(relations.find(RelationName.of(schema, fold("order_total")))).isPresent();
			assertThat(relations.find(RelationName.of("elsewhere", fold("order_total")))).isEmpty();
			assertThat(relations.near("orders_totals")).extracting((name) -> lower(name.name()))
				.startsWith("order_total");
		}
	}

	@Test
	void tellsWhatInsteadOfTriggersDo() {
		String insert = insteadOfInsert();
		if (insert == null) {
			return;
		}
		try {
			this.database
				.execute("create view instead_insert as select id, customer_id from orders group by id, customer_id");
			if (this.database.is(TestDatabase.POSTGRESQL)) {
				this.database.execute("""
						create function instead_of_delete() returns trigger language plpgsql as
						$$ begin return new; end $$""");
			}
			this.database.execute(insert);
			View view = view("instead_insert");
			assertThat(view.insteadOf()).containsExactly(TriggerEvent.INSERT);
			assertThat(view.insertable()).isTrue();
			assertThat(view.deletable()).isFalse();
		}
		finally {
			this.database.execute("drop view instead_insert");
		}
	}

	/** A trigger whose name holds other events, or null where MariaDB has none. */
	private String insteadOfInsert() {
		return switch (this.database.kind()) {
			case POSTGRESQL -> """
					create trigger instead_of_delete instead of insert on instead_insert
					for each row execute function instead_of_delete()""";
			case SQLITE -> """
					create trigger instead_of_delete
					  instead  of
					insert on instead_insert begin update orders set total = 1; delete from orders; end""";
			case H2 -> """
					create trigger instead_of_delete instead of insert on instead_insert for each row
					call 'dev.triggerview.view.NothingTrigger'""";
			case HSQLDB -> """
					create trigger instead_of_delete instead of insert on instead_insert
					referencing new row as n for each row insert into orders values (n.id, n.customer_id, 0)""";
			default -> null;
		};
	}

	private static JDBCType type(View view, String column) {
		return view.column(column).orElseThrow().jdbcType().orElseThrow();
	}

	private List<View> views() {
		return new ViewCatalog(this.database.dataSource()).views();
	}

	private View view(String name) {
		return views().stream().filter((view) -> lower(view.name().name()).equals(name)).findFirst().orElseThrow();
	}

	private static Set<String> names(Set<RelationName> relations) {
		return relations.stream().map((relation) -> lower(relation.name())).collect(Collectors.toSet());
	}

	private String fold(String name) {
		return this.database.is(TestDatabase.H2, TestDatabase.HSQLDB) ? name.toUpperCase(Locale.ROOT) : name;
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
