package dev.triggerview.liquibase;

import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerState;
import liquibase.Liquibase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A change of a trigger leaves those of other tables alone, also where their names belong
 * to the schema, or their table had another name.
 */
@EachDatabase
class TriggersOfOtherTablesTests extends ItemTriggers {

	TriggersOfOtherTablesTests(FreshDatabase database) {
		super(database);
	}

	/** Only PostgreSQL lets triggers of two tables have one name. */
	@Test
	void aNameThatATriggerOfAnotherTableHasCostsNothing() throws Exception {
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			return;
		}
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update("sql: { sql: create table other (id int) }");
		this.changelog
			.update(Tagging.create("other_written", "second", "").replace("tableName: item", "tableName: other"));
		List<Trigger> before = triggers();
		this.changelog
			.add("renameTrigger: { oldTriggerName: item_written, newTriggerName: other_written, tableName: item }");
		assertThatExceptionOfType(Exception.class).isThrownBy(this.changelog::update)
			.havingRootCause()
			.satisfies((ex) -> assertThat(ex.getMessage())
				.containsIgnoringCase("has a trigger other_written of table " + before.get(1).table())
				.contains("nothing was changed"));
		assertThat(triggers()).isEqualTo(before);
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.forgetLast();
	}

	/** A trigger for several events is several triggers there. */
	@Test
	void aPartWhoseNameATriggerOfAnotherTableHasCostsNothing() throws Exception {
		if (!this.database.is(TestDatabase.MARIADB, TestDatabase.MYSQL, TestDatabase.HSQLDB, TestDatabase.SQLITE)) {
			return;
		}
		this.changelog.update("sql: { sql: create table other (id int) }");
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
		String part = names().stream().filter((name) -> !name.equals("item_written")).findFirst().orElseThrow();
		this.changelog.rollback(1);
		this.changelog.update(Tagging.create("item_written", "INSERT", "first", ""));
		this.changelog.update(Tagging.create(part, "second", "").replace("tableName: item", "tableName: other"));
		List<Trigger> before = triggers();
		this.changelog.add(Tagging.create("item_written", "INSERT, DELETE", "third", "replaceIfExists: true"));
		assertThatExceptionOfType(Exception.class).isThrownBy(this.changelog::update)
			.withStackTraceContaining("nothing was changed");
		assertThat(triggers()).isEqualTo(before);
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.forgetLast();
	}

	/** Where triggers have names of their own, the name alone would drop it. */
	@Test
	void aTriggerThatWentWithItsRenamedTableIsNotDropped() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update("renameTable: { oldTableName: item, newTableName: article }");
		this.changelog.update("dropTrigger: { triggerName: item_written, tableName: item }");
		assertThat(names()).containsExactly("item_written");
		this.changelog.rollback(2);
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	@Test
	void aDisabledTriggerGoesWithItsTable() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update("disableTrigger: { " + WRITTEN + " }");
		this.changelog.update("dropTable: { tableName: item }");
		this.changelog.update("sql: { sql: create table item (id int not null primary key) }");
		assertThat(triggers()).isEmpty();
		this.changelog.update(Tagging.create("item_written", "second", "replaceIfExists: true"));
		assertThat(states()).containsExactly(TriggerState.ENABLED);
		assertThat(tagsOfInsert()).containsExactly("second");
	}

	/** Liquibase's own renamings are followed; a statement by hand is not. */
	@Test
	void aDisabledTriggerOfATableThatWasRenamedByHandIsNamed() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update("disableTrigger: { " + WRITTEN + " }");
		rename("item", "article");
		this.changelog.add("enableTrigger: { triggerName: item_written, tableName: article }");
		if (this.database.is(TestDatabase.POSTGRESQL, TestDatabase.SQL_SERVER, TestDatabase.ORACLE)) {
			this.changelog.update();
			assertThat(triggers()).extracting(Trigger::state).containsExactly(TriggerState.ENABLED);
			return;
		}
		assertThatExceptionOfType(Exception.class).isThrownBy(this.changelog::update)
			.havingRootCause()
			.satisfies((ex) -> assertThat(ex.getMessage()).containsIgnoringCase("no trigger item_written on article")
				.containsPattern("The disabled trigger of that name is on .*(?i:item)$"));
		this.changelog.forgetLast();
		rename("article", "item");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	private void rename(String table, String newName) {
		this.database.execute(switch (this.database.kind()) {
			case SQL_SERVER -> "exec sp_rename '" + table + "', '" + newName + "'";
			case DB2 -> "rename table " + table + " to " + newName;
			default -> "alter table " + table + " rename to " + newName;
		});
	}

}
