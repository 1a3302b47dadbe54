package dev.triggerview.liquibase;

import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A change set that runs on change may be edited in any way between two runs. */
@EachDatabase
class EditedChangeSetTests extends ItemTriggers {

	private static final String ON_CHANGE = "runOnChange: true,";

	EditedChangeSetTests(FreshDatabase database) {
		super(database);
	}

	@Test
	void theTriggersOfFormerEventsGo() throws Exception {
		this.changelog.add(Tagging.create("item_written", "INSERT, DELETE", "first", "replaceIfExists: true"),
				ON_CHANGE);
		this.changelog.update();
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.edit(Tagging.create("item_written", "DELETE", "second", "replaceIfExists: true"), ON_CHANGE);
		this.changelog.update();
		assertThat(triggers()).hasSize(1);
		assertThat(tagsOfInsert()).isEmpty();
		this.changelog.edit(Tagging.create("item_written", "INSERT, UPDATE", "third", "replaceIfExists: true"),
				ON_CHANGE);
		this.changelog.update();
		assertThat(tagsOfInsert()).containsExactly("third");
		this.changelog.rollback(1);
		assertThat(triggers()).isEmpty();
	}

	@Test
	void eachChangeRestoresItsOwnTriggerWhenOneIsAddedBefore() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update(Tagging.create("item_kept", "first", ""));
		String written = Tagging.create("item_written", "second", "replaceIfExists: true");
		this.changelog.add(written, ON_CHANGE);
		this.changelog.update();
		this.changelog.edit(Tagging.create("item_kept", "third", "replaceIfExists: true") + " }, { " + written,
				ON_CHANGE);
		this.changelog.update();
		assertThat(tagsOfInsert()).containsExactlyInAnyOrder("second", "third");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("first", "first");
	}

	@Test
	void aTriggerThatIsRenamedByItsOwnChangeSetIsReplacedUnderItsNewName() throws Exception {
		String renaming = " }, { renameTrigger: { oldTriggerName: item_written, newTriggerName: item_tagged,"
				+ " tableName: item }";
		for (String tag : List.of("first", "second", "third")) {
			String changes = Tagging.create("item_written", "INSERT", tag, "replaceIfExists: true") + renaming;
			if (tag.equals("first")) {
				this.changelog.add(changes, ON_CHANGE);
			}
			else {
				this.changelog.edit(changes, ON_CHANGE);
			}
			this.changelog.update();
			assertThat(triggers()).hasSize(1);
			assertThat(tagsOfInsert()).containsExactly(tag);
		}
		this.changelog.rollback(1);
		assertThat(triggers()).isEmpty();
	}

	/** What was there before the first run is not what was there before the second. */
	@Test
	void aRunAfterARollbackByABlockForgetsWhatWasThereBefore() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		String replaced = Tagging.create("item_written", "second", "replaceIfExists: true");
		this.changelog.add(replaced, "rollback: [ { dropTrigger: { " + WRITTEN + " } } ],");
		this.changelog.update();
		this.changelog.run((liquibase) -> liquibase.rollback(1, ""));
		assertThat(triggers()).isEmpty();
		this.changelog.edit(replaced, "");
		this.changelog.update();
		assertThat(tagsOfInsert()).containsExactly("second");
		this.changelog.rollback(1);
		assertThat(triggers()).isEmpty();
	}

}
