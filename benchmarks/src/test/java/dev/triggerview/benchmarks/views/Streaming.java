package dev.triggerview.benchmarks.views;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ways to go through all rows of the view without holding them. */
enum Streaming {

	PLAIN_JDBC("plain JDBC, records") {

		@Override
		void each(ApplicationContext context, Consumer<Object> row) {
			new JdbcTemplate(context.getBean(DataSource.class)).execute((ConnectionCallback<Void>) (connection) -> {
				plainJdbc(connection, row);
				return null;
			});
		}

	},

	VIEW_RECORDS("ViewRepository, records") {

		@Override
		void each(ApplicationContext context, Consumer<Object> row) {
			ViewOrderLines lines = context.getBean(ViewOrderLines.class);
			drain(lines.streamAll(Sort.unsorted(), FETCH_SIZE, OrderLine.class), row);
		}

	},

	VIEW_ENTITIES("ViewRepository, entities") {

		@Override
		void each(ApplicationContext context, Consumer<Object> row) {
			drain(context.getBean(ViewOrderLines.class).streamAll(Sort.unsorted(), FETCH_SIZE), row);
		}

	},

	JPA_RECORDS("Spring Data JPA, records") {

		@Override
		void each(ApplicationContext context, Consumer<Object> row) {
			drain(context.getBean(JpaOrderLines.class).streamRecordsBy(), row);
		}

	};

	/** As in the query hint of {@link JpaOrderLines}. */
	static final int FETCH_SIZE = 1000;

	private final String label;

	Streaming(String label) {
		this.label = label;
	}

	abstract void each(ApplicationContext context, Consumer<Object> row);

	/** Go through all rows in one transaction and return what they add up to. */
	Sum sum(ApplicationContext context) {
		Sum sum = new Sum();
		new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
			.executeWithoutResult((status) -> each(context, sum::add));
		return sum;
	}

	@Override
	public String toString() {
		return this.label;
	}

	private static <T> void drain(Stream<T> rows, Consumer<Object> row) {
		try (rows) {
			rows.forEach(row);
		}
	}

	private static void plainJdbc(Connection connection, Consumer<Object> consumer) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(OrderData.SELECT)) {
			statement.setFetchSize(FETCH_SIZE);
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					consumer.accept(Reading.line(row));
				}
			}
		}
	}

	/** What the rows add up to. */
	static final class Sum {

		private long rows;

		private long content;

		void add(Object row) {
			OrderLine line = OrderLine.of(row);
			this.rows++;
			this.content += line.id() * 31 + line.quantity() + line.product().length();
		}

		long rows() {
			return this.rows;
		}

		@Override
		public String toString() {
			return this.rows + " rows, sum " + this.content;
		}

	}

}
