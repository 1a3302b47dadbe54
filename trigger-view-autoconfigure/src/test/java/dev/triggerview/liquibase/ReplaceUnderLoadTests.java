package dev.triggerview.liquibase;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assumptions.assumeThat;

/** Writers never see the table without its trigger, nor with two of them. */
@EachDatabase
class ReplaceUnderLoadTests extends ItemWriters {

	ReplaceUnderLoadTests(FreshDatabase database) {
		super(database);
	}

	@Test
	void everyRowHasWhatTheTriggerWrites() throws Exception {
		replaceUnderLoad("AFTER", "item", REPLACEMENTS);
	}

	@Test
	void everyRowHasWhatATriggerWritesThatIsRenamed() throws Exception {
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(create("AFTER", "item", "first"));
		for (int i = 0; i < REPLACEMENTS / 3; i++) {
			changelog.add("renameTrigger: { tableName: item, oldTriggerName: %s, newTriggerName: %s }"
				.formatted((i % 2 == 0) ? "item_written" : "other", (i % 2 == 0) ? "other" : "item_written"));
		}
		updateUnderLoad(changelog, "item", REPLACEMENTS / 3);
	}

	/** MariaDB has no triggers on views, and HSQLDB a gap that its limits tell of. */
	@Test
	void everyRowHasWhatATriggerOfAViewWrites() throws Exception {
		assumeThat(this.database.is(TestDatabase.MARIADB) || this.database.is(TestDatabase.HSQLDB)).isFalse();
		this.database.execute("create view items as select id from item");
		replaceUnderLoad("INSTEAD OF", "items", REPLACEMENTS / 3);
	}

}
