package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What only PostgreSQL has: functions, firing modes, constraint triggers, partitions. */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.POSTGRESQL_14 })
class PostgreSqlDialectTests {

	private static final String FUNCTION = "item__touched_tv_fn";

	private final FreshDatabase database;

	private final TriggerDialect dialect = new PostgreSqlDialect();

	PostgreSqlDialectTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void createTables() {
		this.database.execute("create table item (id int primary key, a text)", "create table log (note text)");
	}

	@AfterEach
	void dropTables() {
		this.database.execute("drop table if exists item, log, part cascade",
				"drop function if exists " + FUNCTION + "()", "drop function if exists audit()");
	}

	@Test
	void refusesToReplaceAFunctionThatIsNotOurs() {
		this.database.execute(
				"create function " + FUNCTION + "() returns trigger language plpgsql as $$ begin return null; end $$");
		String before = source(FUNCTION);
		assertThatIllegalStateException().isThrownBy(() -> create(touched()))
			.withMessageContaining("Function item__touched_tv_fn exists and was not created with a trigger");
		assertThat(source(FUNCTION)).isEqualTo(before);
		assertThat(triggers()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "ALWAYS", "REPLICA" })
	void refusesAFiringModeOfATriggerOfAView(TriggerState state) {
		TriggerDefinition trigger = touched().timing(TriggerTiming.INSTEAD_OF).state(state).build();
		assertThat(TriggerDialect.of("postgresql").problems(trigger)).singleElement()
			.asString()
			.contains("an INSTEAD OF trigger has no firing mode");
	}

	/** The arguments of a change may be copied from the one that created it. */
	@Test
	void dropsAFunctionByArgumentsWithDefaultValues() {
		String arguments = "a int, out b text, inout c text default 'x,y'";
		this.database.execute("create function audit(" + arguments + ") language sql as $$ select '1', '2' $$");
		FunctionDialect.of("postgresql")
			.orElseThrow()
			.drop(RelationName.of("audit"), arguments)
			.forEach(this.database::execute);
		assertThat(this.database.column("select proname from pg_proc where proname = 'audit'")).isEmpty();
	}

	@Test
	void refusesToReplaceAFunctionThatAnotherTriggerUses() {
		create(touched());
		this.database.execute("alter trigger touched on item rename to other");
		assertThatIllegalStateException().isThrownBy(() -> create(touched()))
			.withMessageContaining("Function item__touched_tv_fn exists and another trigger uses it");
	}

	@Test
	void keepsAFunctionThatAnotherTriggerUsesWhenItDrops() {
		create(touched());
		this.database.execute("create trigger other after insert on item execute function " + FUNCTION + "()");
		drop(touched());
		assertThat(triggers()).extracting(Trigger::name).containsExactly("other");
		this.database.execute("insert into item values (1, 'a')");
		assertThat(this.database.column("select note from log")).containsExactly("x");
	}

	@Test
	void keepsAFunctionThatIsNotOursWhenItDrops() {
		this.database
			.execute("create function audit() returns trigger language plpgsql as $$ begin return null; end $$");
		TriggerDefinition.Builder trigger = touched()
			.action(new TriggerAction.FunctionCall(RelationName.of("audit"), List.of("a,b", "it's", "\\")));
		create(trigger);
		assertThat(this.database.value("select encode(tgargs, 'escape') from pg_trigger where tgname = 'touched'"))
			.isEqualTo("a,b\\000it's\\000\\\\\\000");
		drop(trigger);
		assertThat(source("audit")).contains("return null");
	}

	@Test
	void dropsTheFunctionAfterTableAndTriggerWereRenamed() {
		create(touched());
		this.database.execute("alter trigger touched on item rename to other", "alter table item rename to part");
		this.database.execute(this.dialect.drop("other", RelationName.of("part")).toArray(String[]::new));
		assertThat(triggers()).isEmpty();
		assertThat(this.database.column("select proname from pg_proc where proname = '" + FUNCTION + "'")).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(TriggerState.class)
	void hasFourFiringModes(TriggerState state) throws Exception {
		create(touched().state(state));
		assertThat(triggers()).singleElement().satisfies((found) -> assertThat(found.state()).isEqualTo(state));
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("insert into item values (1, 'a')");
			statement.execute("set session_replication_role = replica");
			statement.execute("insert into item values (2, 'a')");
		}
		assertThat(this.database.column("select note from log")).hasSize(switch (state) {
			case DISABLED -> 0;
			case ENABLED, REPLICA -> 1;
			case ALWAYS -> 2;
		});
	}

	@ParameterizedTest
	@EnumSource(TriggerConstraint.class)
	void checksAConstraintAtItsMoment(TriggerConstraint constraint) throws Exception {
		create(touched().constraint(constraint).body("RAISE EXCEPTION 'refused';"));
		assertThat(triggers()).singleElement()
			.satisfies((found) -> assertThat(found.constraint()).contains(constraint));
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			boolean deferred = constraint == TriggerConstraint.INITIALLY_DEFERRED;
			org.assertj.core.api.Assertions.assertThatException().isThrownBy(() -> {
				statement.execute("insert into item values (1, 'a')");
				assertThat(deferred).isTrue();
				connection.commit();
			}).withMessageContaining("refused");
		}
	}

	@Test
	void reactsToTruncate() {
		create(touched().events(TriggerEvent.TRUNCATE).level(TriggerLevel.STATEMENT));
		this.database.execute("truncate item");
		assertThat(this.database.column("select note from log")).hasSize(1);
	}

	@Test
	void runsTheBodyWithTheOptionsOfItsFunction() {
		create(touched().functionOptions(new FunctionOptions("plpgsql", true, "public, pg_temp")));
		assertThat(
				this.database.rows("select prosecdef, proconfig::text from pg_proc where proname = '" + FUNCTION + "'"))
			.containsExactly(List.of("t", "{\"search_path=public, pg_temp\"}"));
	}

	@Test
	void everyCombinationThatPostgreSqlRefusesIsRefusedBefore() {
		assertProblem(touched().timing(TriggerTiming.INSTEAD_OF).when("true"), "when");
		assertProblem(touched().timing(TriggerTiming.INSTEAD_OF).level(TriggerLevel.STATEMENT), "forEach");
		assertProblem(
				touched().timing(TriggerTiming.INSTEAD_OF).events(TriggerEvent.UPDATE).updateColumns(List.of("a")),
				"updateColumns");
		assertProblem(touched().events(TriggerEvent.TRUNCATE), "forEach");
		assertProblem(touched().timing(TriggerTiming.BEFORE).constraint(TriggerConstraint.NOT_DEFERRABLE),
				"constraint");
		TransitionNames oldTable = new TransitionNames(null, null, "gone", null);
		TransitionNames newTable = new TransitionNames(null, null, null, "come");
		assertProblem(touched().transitions(oldTable), "oldTable");
		assertProblem(touched().events(TriggerEvent.DELETE).transitions(newTable), "newTable");
		assertProblem(touched().timing(TriggerTiming.BEFORE).transitions(newTable), "oldTable, newTable");
		assertProblem(touched().events(TriggerEvent.INSERT, TriggerEvent.UPDATE).transitions(newTable),
				"oldTable, newTable");
		assertProblem(touched().events(TriggerEvent.UPDATE).updateColumns(List.of("a")).transitions(newTable),
				"oldTable, newTable");
	}

	/** What the rules refuse, the server would refuse too. */
	private void assertProblem(TriggerDefinition.Builder builder, String attribute) {
		TriggerDefinition trigger = builder.build();
		assertThat(this.dialect.problems(trigger)).extracting(TriggerProblem::attribute).contains(attribute);
		List<String> statements = this.dialect.render(trigger);
		assertThatIllegalStateException().isThrownBy(() -> this.database.execute(statements.toArray(String[]::new)));
	}

	@Test
	void namesOfTriggersAreThoseOfTheirTable() {
		this.database.execute("create table part (id int primary key, a text)");
		create(touched());
		create(TriggerDefinition.of("touched", RelationName.of("part"))
			.timing(TriggerTiming.AFTER)
			.events(TriggerEvent.INSERT)
			.body("INSERT INTO log (note) VALUES ('y')"));
		this.database.execute("insert into item values (1, 'a')", "insert into part values (1, 'a')");
		assertThat(this.database.column("select note from log")).containsExactly("x", "y");
		drop(touched());
		assertThat(triggers()).extracting((trigger) -> trigger.table().name()).containsExactly("part");
	}

	@ParameterizedTest
	@CsvSource({ "x_touched, item_x, touched", "_touched, item_, touched", "b__c, item__b, c" })
	void triggersWhoseNamesReadAlikeHaveTheirOwnFunctions(String trigger, String otherTable, String otherTrigger) {
		this.database.execute("create table " + otherTable + " (id int primary key, a text)");
		create(touched(trigger, "item"));
		create(touched(otherTrigger, otherTable));
		assertThat(triggers()).extracting((found) -> found.function().orElseThrow()).doesNotHaveDuplicates().hasSize(2);
		drop(touched(trigger, "item"));
		drop(touched(otherTrigger, otherTable));
		this.database.execute("drop table " + otherTable);
		assertThat(this.database.column("select proname from pg_proc where proname like 'item%tv_fn'")).isEmpty();
	}

	private static TriggerDefinition.Builder touched(String name, String table) {
		return TriggerDefinition.of(name, RelationName.of(table))
			.timing(TriggerTiming.AFTER)
			.events(TriggerEvent.INSERT)
			.body("INSERT INTO log (note) VALUES ('x')");
	}

	private TriggerDefinition.Builder touched() {
		return touched("touched", "item");
	}

	private void create(TriggerDefinition.Builder trigger) {
		this.database.execute(this.dialect.create(trigger.build()).toArray(String[]::new));
	}

	private void drop(TriggerDefinition.Builder trigger) {
		this.database.execute(this.dialect.drop(trigger.build()).toArray(String[]::new));
	}

	private String source(String function) {
		return this.database.value("select prosrc from pg_proc where proname = '" + function + "'");
	}

	private List<Trigger> triggers() {
		return new TriggerCatalog(this.database.dataSource()).triggers();
	}

}
