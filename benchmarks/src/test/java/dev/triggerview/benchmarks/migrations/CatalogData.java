package dev.triggerview.benchmarks.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database with many triggers, a hundred on each table. */
final class CatalogData {

	private static final String POSTGRESQL = """
			do $do$ begin
				if to_regproc('touch') is not null then return; end if;
				create function touch() returns trigger language plpgsql as 'begin return new; end';
				for number in 0 .. %d - 1 loop
					if number %% 100 = 0 then
						execute format('create table item_%%s (id bigint, name varchar(40))', number / 100);
					end if;
					execute format('create trigger touch_%%s before update on item_%%s for each row execute function touch()',
						number, number / 100);
				end loop;
			end $do$
			""";

	private CatalogData() {
	}

	/** Create the triggers unless they are there. */
	static void create(Connection connection, int triggers) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
				statement.execute(POSTGRESQL.formatted(triggers));
				return;
			}
			for (int number = 0; number < triggers; number++) {
				if (number % 100 == 0) {
					statement.execute(
							"create table if not exists item_%d (id bigint, name varchar(40))".formatted(number / 100));
				}
				statement
					.execute("create trigger if not exists touch_%d before update on item_%d for each row call '%s'"
						.formatted(number, number / 100, Touch.class.getName()));
			}
		}
	}

}
