package dev.triggerview.trigger;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The limit of MySQL and MariaDB that the support document names. */
@EachDatabase({ TestDatabase.MARIADB, TestDatabase.MARIADB_10_6, TestDatabase.MYSQL })
class CascadeTests {

	private final FreshDatabase database;

	CascadeTests(FreshDatabase database) {
		this.database = database;
	}

	@Test
	void whatAForeignKeyDeletesFiresNoTrigger() {
		this.database.execute("create table parent (id int primary key)",
				"create table child (id int primary key, parent_id int,"
						+ " foreign key (parent_id) references parent (id) on delete cascade)",
				"create table log (id int)",
				"create trigger gone after delete on child for each row insert into log values (old.id)",
				"insert into parent values (1)", "insert into child values (1, 1)",
				"insert into child values (2, null)", "delete from parent", "delete from child where id = 2");
		assertThat(this.database.column("select id from child")).isEmpty();
		assertThat(this.database.column("select id from log")).containsExactly("2");
	}

}
