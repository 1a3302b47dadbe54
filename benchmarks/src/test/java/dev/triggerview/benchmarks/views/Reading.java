package dev.triggerview.benchmarks.views;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import javax.sql.DataSource;

import org.jooq.DSLContext;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways to read the rows of the view: all of them, or those above a quantity. */
public enum Reading {

	PLAIN_JDBC("plain JDBC, records", (context) -> {
		DataSource dataSource = context.getBean(DataSource.class);
		return () -> plainJdbc(dataSource, OrderData.SELECT);
	}),

	VIEW_RECORDS("ViewRepository, records", (context) -> {
		ViewOrderLines lines = context.getBean(ViewOrderLines.class);
		return () -> lines.findAll(OrderLine.class);
	}),

	VIEW_ENTITIES("ViewRepository, entities", (context) -> context.getBean(ViewOrderLines.class)::findAll),

	JPA_ENTITIES("Spring Data JPA, entities", (context) -> context.getBean(JpaOrderLines.class)::findAll),

	JPA_RECORDS("Spring Data JPA, records", (context) -> context.getBean(JpaOrderLines.class)::findRecordsBy),

	JPA_PROJECTIONS("Spring Data JPA, interfaces",
			(context) -> context.getBean(JpaOrderLines.class)::findProjectionsBy),

	DATA_JDBC("Spring Data JDBC, aggregates", (context) -> context.getBean(JdbcOrderLines.class)::findAll),

	JOOQ("jOOQ, fetchInto(record)", (context) -> {
		DSLContext jooq = context.getBean(DSLContext.class);
		return () -> jooq.resultQuery(OrderData.SELECT).fetchInto(OrderLine.class);
	}),

	JDBC_CLIENT("JdbcClient, query(record)", (context) -> {
		JdbcClient client = context.getBean(JdbcClient.class);
		return () -> client.sql(OrderData.SELECT).query(OrderLine.class).list();
	}),

	PLAIN_JDBC_ABOVE("plain JDBC, parameter", (context) -> {
		DataSource dataSource = context.getBean(DataSource.class);
		return () -> plainJdbc(dataSource, OrderData.SELECT_ABOVE, 0);
	}),

	VIEW_DERIVED_ABOVE("ViewRepository, derived query", (context) -> {
		ViewOrderLines lines = context.getBean(ViewOrderLines.class);
		return () -> lines.findByQuantityGreaterThan(0);
	}),

	VIEW_QUERY_ABOVE("ViewRepository, @Query", (context) -> {
		ViewOrderLines lines = context.getBean(ViewOrderLines.class);
		return () -> lines.above(0);
	}),

	VIEW_SPECIFICATION_ABOVE("ViewRepository, Specification", (context) -> {
		ViewOrderLines lines = context.getBean(ViewOrderLines.class);
		return () -> lines.findAll((line, query, builder) -> builder.greaterThan(line.get("quantity"), 0),
				OrderLine.class);
	}),

	JPA_ENTITIES_ABOVE("Spring Data JPA, derived entities", (context) -> {
		JpaOrderLines lines = context.getBean(JpaOrderLines.class);
		return () -> lines.findByQuantityGreaterThan(0);
	}),

	JPA_RECORDS_ABOVE("Spring Data JPA, derived records", (context) -> {
		JpaOrderLines lines = context.getBean(JpaOrderLines.class);
		return () -> lines.findRecordsByQuantityGreaterThan(0);
	}),

	JPA_PROJECTIONS_ABOVE("Spring Data JPA, derived interfaces", (context) -> {
		JpaOrderLines lines = context.getBean(JpaOrderLines.class);
		return () -> lines.findProjectionsByQuantityGreaterThan(0);
	}),

	DATA_JDBC_ABOVE("Spring Data JDBC, derived query", (context) -> {
		JdbcOrderLines lines = context.getBean(JdbcOrderLines.class);
		return () -> lines.findByQuantityGreaterThan(0);
	}),

	JOOQ_ABOVE("jOOQ, parameter", (context) -> {
		DSLContext jooq = context.getBean(DSLContext.class);
		return () -> jooq.resultQuery(OrderData.SELECT_ABOVE, 0).fetchInto(OrderLine.class);
	}),

	JDBC_CLIENT_ABOVE("JdbcClient, parameter", (context) -> {
		JdbcClient client = context.getBean(JdbcClient.class);
		return () -> client.sql(OrderData.SELECT_ABOVE).param(0).query(OrderLine.class).list();
	});

	/** Those that read all rows. */
	static final Set<Reading> ALL = EnumSet.range(PLAIN_JDBC, JDBC_CLIENT);

	/** Those that read the rows above a quantity, which all rows are. */
	static final Set<Reading> ABOVE = EnumSet.range(PLAIN_JDBC_ABOVE, JDBC_CLIENT_ABOVE);

	private final String label;

	private final Function<ApplicationContext, Rows> rows;

	Reading(String label, Function<ApplicationContext, Rows> rows) {
		this.label = label;
		this.rows = rows;
	}

	Rows rows(ApplicationContext context) {
		return this.rows.apply(context);
	}

	@Override
	public String toString() {
		return this.label;
	}

	private static List<OrderLine> plainJdbc(DataSource dataSource, String sql, int... parameters) throws SQLException {
		List<OrderLine> lines = new ArrayList<>();
		try (Connection connection = dataSource.getConnection();
				PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < parameters.length; i++) {
				statement.setInt(i + 1, parameters[i]);
			}
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					lines.add(line(row));
				}
			}
		}
		return lines;
	}

	static OrderLine line(ResultSet row) throws SQLException {
		return new OrderLine(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5),
				row.getBigDecimal(6), row.getObject(7, LocalDateTime.class), row.getBoolean(8));
	}

	/** Reads all rows once. */
	@FunctionalInterface
	interface Rows {

		List<?> read() throws SQLException;

	}

}
