package dev.triggerview.liquibase;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
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

	/** Only where triggers run in an order of their own. */
	@Test
	void everyRowHasWhatTriggersWriteThatChangePlaces() throws Exception {
		assumeThat(this.database.is(TestDatabase.MARIADB) || this.database.is(TestDatabase.HSQLDB)).isTrue();
		this.database.execute("create table other_log (item_id int)");
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(create("AFTER", "item", "first"));
		changelog.update("createTrigger: { triggerName: other, tableName: item, timing: AFTER, events: INSERT,"
				+ " body: 'INSERT INTO other_log (item_id) VALUES (NEW.id)' }");
		for (int i = 0; i < REPLACEMENTS / 3; i++) {
			String place = (i % 2 == 0) ? "follows: other, events" : "precedes: other, events";
			changelog.add(create("AFTER", "item", "second").replace("events", place));
		}
		updateUnderLoad(changelog, "item", REPLACEMENTS / 3);
		assertThat(this.database.value("select count(distinct item_id) from other_log"))
			.isEqualTo(String.valueOf(this.written));
		assertThat(this.database.value("select count(*) from other_log")).isEqualTo(String.valueOf(this.written));
	}

	/** MariaDB has no triggers on views, and HSQLDB a gap that its limits tell of. */
	@Test
	void everyRowHasWhatATriggerOfAViewWrites() throws Exception {
		assumeThat(this.database.is(TestDatabase.MARIADB) || this.database.is(TestDatabase.HSQLDB)).isFalse();
		this.database.execute("create view items as select id from item");
		replaceUnderLoad("INSTEAD OF", "items", REPLACEMENTS / 3);
	}

}
