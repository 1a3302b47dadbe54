package dev.triggerview.liquibase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Databases whose triggers differ in their order only. Elsewhere a declaration cannot
 * give a trigger a place: PostgreSQL fires by name, the others by age or in no order.
 */
@EachDatabase({ TestDatabase.MARIADB, TestDatabase.MYSQL, TestDatabase.HSQLDB })
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
			correct(wanted, present);
			assertThat(tagsOfInsert(present)).containsExactly("d", "b", "c", "a");
		}
	}

	@Test
	void theOrderIsCorrectedInANamedSchema() throws Exception {
		assumeThat(this.kind).as("both databases have a schema of one name").isEqualTo(TestDatabase.HSQLDB);
		try (FreshDatabase wanted = this.kind.create(); FreshDatabase present = this.kind.create()) {
			create(wanted, "d", "b", "c", "a");
			create(present, "a", "b", "c", "d");
			Path changelog = this.directory.resolve("diff.xml");
			SnapshotLiquibase.writeWithSchema(SnapshotLiquibase.diff(wanted, present), changelog);
			new SnapshotLiquibase(this.directory).update(present, changelog);
			assertThat(tagsOfInsert(present)).containsExactly("d", "b", "c", "a");
		}
	}

	@Test
	void aTriggerThatIsMissingChangesNoOrder() throws Exception {
		try (FreshDatabase wanted = this.kind.create(); FreshDatabase present = this.kind.create()) {
			create(wanted, "a", "b", "bb", "c");
			create(present, "a", "c");
			List<String> differences = SnapshotLiquibase.differences(wanted, present);
			assertThat(differences).hasSize(2).allSatisfy((difference) -> assertThat(difference).startsWith("missing"));
			correct(wanted, present);
			assertThat(tagsOfInsert(present)).containsExactly("a", "b", "bb", "c");
		}
	}

	@Test
	void triggersThatAreCreatedAreAmongThoseThatAreMoved() throws Exception {
		try (FreshDatabase wanted = this.kind.create(); FreshDatabase present = this.kind.create()) {
			create(wanted, "e", "a", "f", "g", "b", "d", "h", "c");
			create(present, "c", "d", "b", "a");
			correct(wanted, present);
			assertThat(tagsOfInsert(present)).containsExactly("e", "a", "f", "g", "b", "d", "h", "c");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "b", "c" })
	void aTriggerOfAnotherEventComesToItsPlace(String trigger) throws Exception {
		try (FreshDatabase wanted = this.kind.create(); FreshDatabase present = this.kind.create()) {
			create(wanted, "a", "b", "c");
			create(present, Stream.of("a", "b", "c").filter((name) -> !name.equals(trigger)).toArray(String[]::new));
			add(present, trigger, "update");
			correct(wanted, present);
			assertThat(tagsOfInsert(present)).containsExactly("a", "b", "c");
		}
	}

	/** What is replaced for another reason stays at its place without being told. */
	@Test
	void aTriggerThatIsAtItsPlaceIsNotPutThere() throws Exception {
		try (FreshDatabase wanted = this.kind.create(); FreshDatabase present = this.kind.create()) {
			create(wanted, "a", "b", "c");
			create(present, "a", "b", "c");
			wanted.execute("drop trigger c", "create trigger c after insert on item for each row"
					+ " insert into item_log (tag) values ('other')");
			assertThat(correct(wanted, present)).doesNotContain("precedes", "PRECEDES", "follows", "FOLLOWS", "BEFORE");
			assertThat(tagsOfInsert(present)).containsExactly("a", "b", "other");
		}
	}

	private String correct(FreshDatabase wanted, FreshDatabase present) throws Exception {
		SnapshotLiquibase liquibase = new SnapshotLiquibase(this.directory);
		Path changelog = liquibase.diffChangeLog(wanted, present, "diff.xml");
		liquibase.update(present, changelog);
		assertThat(SnapshotLiquibase.differences(wanted, present)).isEmpty();
		return Files.readString(changelog);
	}

	private static List<String> tagsOfInsert(FreshDatabase database) {
		database.execute("insert into item values (1)");
		return database.column("select tag from item_log order by id");
	}

	private static void create(FreshDatabase database, String... triggers) {
		database.execute("create table item (id int primary key)",
				"create table item_log (id int " + (database.is(TestDatabase.HSQLDB) ? "identity" : "auto_increment")
						+ " primary key, tag varchar(20))");
		for (String trigger : triggers) {
			add(database, trigger, "insert");
		}
	}

	/** Bodies of HSQLDB that are no block come back as complete statements. */
	private static void add(FreshDatabase database, String trigger, String event) {
		String body = "insert into item_log (tag) values ('" + trigger + "')";
		boolean block = database.is(TestDatabase.HSQLDB) && trigger.compareTo("c") > 0;
		database.execute("create trigger " + trigger + " after " + event + " on item for each row "
				+ (block ? "begin atomic " + body + "; end" : body));
	}

}
