package dev.triggerview.benchmarks.views;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import javax.sql.DataSource;

import org.jooq.DSLContext;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways to read all rows of the view. */
public enum Reading {

	PLAIN_JDBC("plain JDBC, records", (context) -> {
		DataSource dataSource = context.getBean(DataSource.class);
		return () -> plainJdbc(dataSource);
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
	});

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

	private static List<OrderLine> plainJdbc(DataSource dataSource) throws SQLException {
		List<OrderLine> lines = new ArrayList<>();
		try (Connection connection = dataSource.getConnection();
				PreparedStatement statement = connection.prepareStatement(OrderData.SELECT);
				ResultSet row = statement.executeQuery()) {
			while (row.next()) {
				lines.add(line(row));
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
