package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.trigger.TriggerCatalog;
import liquibase.Liquibase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A change set that runs on change may be edited in any way between two runs. */
@EachDatabase
class EditedChangeSetTests {

	private static final String ON_CHANGE = "runOnChange: true,";

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	private Changelog changelog;

	private int items;

	EditedChangeSetTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void tables() throws Exception {
		this.changelog = new Changelog(this.directory, this.database);
		this.changelog
			.update("sql: { sql: 'create table item (id int primary key); create table item_log (tag varchar(20))' }");
	}

	@AfterEach
	void empty() throws Exception {
		this.changelog.run(Liquibase::dropAll);
	}

	@Test
	void theTriggersOfFormerEventsGo() throws Exception {
		this.changelog.add(Tagging.create("item_written", "INSERT, DELETE", "first", "replaceIfExists: true"),
				ON_CHANGE);
		this.changelog.update();
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.edit(Tagging.create("item_written", "DELETE", "second", "replaceIfExists: true"), ON_CHANGE);
		this.changelog.update();
		assertThat(triggers()).isOne();
		assertThat(tagsOfInsert()).isEmpty();
		this.changelog.edit(Tagging.create("item_written", "INSERT, UPDATE", "third", "replaceIfExists: true"),
				ON_CHANGE);
		this.changelog.update();
		assertThat(tagsOfInsert()).containsExactly("third");
		this.changelog.rollback(1);
		assertThat(triggers()).isZero();
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
			assertThat(triggers()).isOne();
			assertThat(tagsOfInsert()).containsExactly(tag);
		}
		this.changelog.rollback(1);
		assertThat(triggers()).isZero();
	}

	private List<String> tagsOfInsert() {
		this.database.execute("delete from item_log", "insert into item values (" + ++this.items + ")");
		return this.database.column("select tag from item_log");
	}

	private int triggers() {
		return new TriggerCatalog(this.database.dataSource()).triggers().size();
	}

}
