package dev.triggerview.benchmarks.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** A log in the database: the table, and the trigger that writes it. */
final class LogTable {

	private static final String TABLE = """
			create table account_log (account_id bigint not null, old_amount decimal(38, 2), new_amount decimal(38, 2))
			""";

	private static final List<String> POSTGRESQL = List.of("""
			create or replace function log_account() returns trigger language plpgsql as $$
			begin
				if tg_op = 'INSERT' then
					insert into account_log values (new.id, null, new.amount);
				else
					insert into account_log values (new.id, old.amount, new.amount);
				end if;
				return null;
			end $$
			""", """
			create trigger log_account after insert or update on account for each row execute function log_account()
			""");

	private static final List<String> H2 = List.of("""
			create trigger log_account after insert, update on account for each row
			call 'dev.triggerview.benchmarks.events.LogTrigger'
			""");

	private LogTable() {
	}

	static void create(DataSource dataSource) {
		JdbcTemplate jdbc = new JdbcTemplate(dataSource);
		jdbc.execute("drop table if exists account_log");
		jdbc.execute(TABLE);
	}

	static void createTrigger(DataSource dataSource) {
		JdbcTemplate jdbc = new JdbcTemplate(dataSource);
		String product = jdbc.execute((ConnectionCallback<String>) LogTable::product);
		("H2".equals(product) ? H2 : POSTGRESQL).forEach(jdbc::execute);
	}

	private static String product(Connection connection) throws SQLException {
		return connection.getMetaData().getDatabaseProductName();
	}

}
