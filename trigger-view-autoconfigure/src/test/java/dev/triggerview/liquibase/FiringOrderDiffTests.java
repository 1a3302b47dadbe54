package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Databases whose triggers differ in their order only. Elsewhere a declaration cannot
 * give a trigger a place: PostgreSQL fires by name, the others by age or in no order.
 */
@EachDatabase({ TestDatabase.MARIADB, TestDatabase.MYSQL })
class FiringOrderDiffTests {

	private final TestDatabase kind;

	@TempDir
	private Path directory;

	FiringOrderDiffTests(FreshDatabase database) {
		this.kind = database.kind();
	}

	@Test
	void theOrderIsComparedAndCorrected() throws Exception {
		try (FreshDatabase wanted = this.kind.create(); FreshDatabase present = this.kind.create()) {
			create(wanted, "d", "b", "c", "a");
			create(present, "a", "b", "other", "c", "d");
			assertThat(SnapshotLiquibase.differences(wanted, present))
				.anySatisfy((difference) -> assertThat(difference).startsWith("changed").contains("order"));
			SnapshotLiquibase liquibase = new SnapshotLiquibase(this.directory);
			liquibase.update(present, liquibase.diffChangeLog(wanted, present, "diff.xml"));
			assertThat(SnapshotLiquibase.differences(wanted, present)).isEmpty();
			present.execute("insert into item values (1)");
			assertThat(present.column("select tag from item_log order by id")).containsExactly("d", "b", "c", "a");
		}
	}

	@Test
	void aTriggerThatIsMissingChangesNoOrder() throws Exception {
		try (FreshDatabase wanted = this.kind.create(); FreshDatabase present = this.kind.create()) {
			create(wanted, "a", "b", "c");
			create(present, "a", "c");
			List<String> differences = SnapshotLiquibase.differences(wanted, present);
			assertThat(differences).hasSize(1).allSatisfy((difference) -> assertThat(difference).startsWith("missing"));
		}
	}

	private static void create(FreshDatabase database, String... triggers) {
		database.execute("create table item (id int primary key)",
				"create table item_log (id int auto_increment primary key, tag varchar(20))");
		for (String trigger : triggers) {
			database.execute("create trigger " + trigger + " after insert on item for each row"
					+ " insert into item_log (tag) values ('" + trigger + "')");
		}
	}

}
