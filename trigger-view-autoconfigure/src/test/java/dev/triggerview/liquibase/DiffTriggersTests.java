package dev.triggerview.liquibase;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.FunctionCatalog;
import dev.triggerview.trigger.TriggerCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Two databases of a kind, made equal in both directions, and emptied. */
@EachDatabase
class DiffTriggersTests {

	private final TestDatabase kind;

	private FreshDatabase full;

	private FreshDatabase empty;

	@TempDir
	private Path directory;

	DiffTriggersTests(FreshDatabase database) {
		this.kind = database.kind();
	}

	@BeforeEach
	void create() {
		this.full = this.kind.create();
		this.empty = this.kind.create();
		TriggerFixtures.create(this.full);
	}

	@AfterEach
	void close() {
		this.full.close();
		this.empty.close();
	}

	@Test
	void createsWhatIsMissing() throws Exception {
		TriggerFixtures.createTables(this.empty);
		update(this.full, this.empty);
		assertThat(SnapshotLiquibase.differences(this.full, this.empty)).isEmpty();
	}

	@Test
	void dropsWhatIsUnexpected() throws Exception {
		TriggerFixtures.createTables(this.empty);
		assertThat(SnapshotLiquibase.differences(this.empty, this.full)).isNotEmpty()
			.allSatisfy((difference) -> assertThat(difference).startsWith("unexpected "));
		update(this.empty, this.full);
		assertThat(SnapshotLiquibase.differences(this.empty, this.full)).isEmpty();
		assertThat(TriggerCatalog.triggers(this.full.connect())).isEmpty();
		assertThat(FunctionCatalog.functions(this.full.connect())).isEmpty();
	}

	@Test
	void createsTriggersAfterTheColumnsThatTheyNeed() throws Exception {
		TriggerFixtures.dropView(this.full);
		TriggerFixtures.createTables(this.empty);
		this.empty.execute("drop view rich", "alter table account drop column owner");
		update(this.full, this.empty);
		assertThat(SnapshotLiquibase.differences(this.full, this.empty)).isEmpty();
	}

	@Test
	void replacesWhatIsChanged() throws Exception {
		TriggerFixtures.create(this.empty);
		TriggerFixtures.change(this.empty);
		assertThat(SnapshotLiquibase.differences(this.full, this.empty)).isNotEmpty()
			.allSatisfy((difference) -> assertThat(difference).startsWith("changed "));
		update(this.full, this.empty);
		assertThat(SnapshotLiquibase.differences(this.full, this.empty)).isEmpty();
	}

	@Test
	void dropAllLeavesNoTriggerAndNoFunction() throws Exception {
		new SnapshotLiquibase(this.directory).dropAll(this.full);
		assertThat(TriggerCatalog.triggers(this.full.connect())).isEmpty();
		assertThat(FunctionCatalog.functions(this.full.connect())).isEmpty();
	}

	@Test
	void runsTheExampleOfTheReadme() throws Exception {
		Path changelog = this.directory.resolve("preconditions.yaml");
		Files.copy(Path.of("src/test/resources/readme/preconditions.yaml"), changelog);
		new SnapshotLiquibase(this.directory).update(this.full, changelog);
		assertThat(TriggerCatalog.triggers(this.full.connect()))
			.noneMatch((trigger) -> trigger.name().equalsIgnoreCase("touch")
					&& trigger.table().name().equalsIgnoreCase("account"))
			.isNotEmpty();
		new SnapshotLiquibase(this.directory).update(this.empty, changelog);
	}

	private void update(FreshDatabase wanted, FreshDatabase present) throws Exception {
		SnapshotLiquibase liquibase = new SnapshotLiquibase(this.directory);
		Path changelog = liquibase.diffChangeLog(wanted, present, "diff.xml");
		try {
			liquibase.update(present, changelog);
		}
		catch (Exception ex) {
			throw new AssertionError(Files.readString(changelog), ex);
		}
	}

}
