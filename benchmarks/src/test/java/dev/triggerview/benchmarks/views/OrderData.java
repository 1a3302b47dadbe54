package dev.triggerview.benchmarks.views;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables below the view: as many orders as asked for, of a tenth as many customers.
 */
final class OrderData {

	static final String SELECT = "select id, customer, city, product, quantity, price, ordered_at, paid from order_line_view";

	static final String SELECT_ABOVE = SELECT + " where quantity > ?";

	private static final List<String> TABLES = List.of("drop view if exists order_line_view",
			"drop table if exists order_line", "drop table if exists customer", """
					create table customer (
						id bigint primary key, name varchar(40) not null, city varchar(40) not null)
					""", """
					create table order_line (
						id bigint primary key, customer_id bigint not null, product varchar(40) not null,
						quantity int not null, price decimal(10, 2) not null, ordered_at timestamp not null,
						paid boolean not null)
					""", """
					create view order_line_view as
					select o.id, c.name as customer, c.city, o.product, o.quantity, o.price, o.ordered_at, o.paid
					from order_line o join customer c on c.id = o.customer_id
					""");

	private static final String CUSTOMERS = """
			insert into customer select x, 'Customer ' || x, 'City ' || mod(x, 50) from (%s) s
			""";

	private static final String ORDER_LINES = """
			insert into order_line
			select x, mod(x, %d) + 1, 'Product ' || mod(x, 500), mod(x, 7) + 1, mod(x, 1000) + 0.25,
				timestamp '2026-01-01 12:00:00', mod(x, 3) = 0
			from (%s) s
			""";

	private OrderData() {
	}

	/** Make the tables and the view anew. */
	static void create(DataSource dataSource, int rows) {
		JdbcTemplate jdbc = new JdbcTemplate(dataSource);
		int customers = Math.max(1, rows / 10);
		TABLES.forEach(jdbc::execute);
		jdbc.execute(CUSTOMERS.formatted(series(jdbc, customers)));
		jdbc.execute(ORDER_LINES.formatted(customers, series(jdbc, rows)));
		jdbc.execute("analyze");
		if (isH2(jdbc)) {
			// Otherwise H2 answers the same query again without running it.
			jdbc.execute("set optimize_reuse_results 0");
		}
	}

	private static String series(JdbcTemplate jdbc, int length) {
		return (isH2(jdbc) ? "select x from system_range(1, %d)" : "select x from generate_series(1, %d) as s(x)")
			.formatted(length);
	}

	private static boolean isH2(JdbcTemplate jdbc) {
		return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) OrderData::isH2));
	}

	private static boolean isH2(Connection connection) throws SQLException {
		return connection.getMetaData().getDatabaseProductName().equals("H2");
	}

}
