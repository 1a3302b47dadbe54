package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.TriggerDialect.Support;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Fires each kind of trigger. What a database lacks must be refused, so that no test
 * passes because the database was left out.
 */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.HSQLDB,
		TestDatabase.SQLITE, TestDatabase.POSTGRESQL_14, TestDatabase.MARIADB_10_6, TestDatabase.MYSQL })
class TriggerDialectTests extends FiredTriggers {

	TriggerDialectTests(FreshDatabase database) throws Exception {
		super(database);
	}

	@Test
	void reactsToSeveralEvents() {
		create(logging("x").events(TriggerEvent.INSERT, TriggerEvent.UPDATE, TriggerEvent.DELETE));
		this.database.execute("insert into item values (1, 'a', 1)");
		assertThat(log()).hasSize(1);
		this.database.execute("update item set b = 2");
		assertThat(log()).hasSize(2);
		this.database.execute("delete from item");
		assertThat(log()).hasSize(3);
	}

	@Test
	void dropsAllThatStandsForSeveralEvents() {
		TriggerDefinition trigger = create(logging("x").events(TriggerEvent.INSERT, TriggerEvent.DELETE));
		execute(this.dialect.drop(trigger));
		execute(this.dialect.drop(trigger));
		this.database.execute("insert into item values (1, 'a', 1)", "delete from item");
		assertThat(log()).isEmpty();
		assertThat(triggers()).isEmpty();
	}

	@Test
	void followsAnother() {
		TriggerDefinition.Builder second = logging("z").name(name("second"))
			.order(new TriggerOrder(name("first"), null));
		if (refused(TriggerFeature.FOLLOWS, second)) {
			return;
		}
		create(logging("a").name(name("first")));
		create(logging("c").name(name("third")));
		create(second);
		this.database.execute("insert into item values (1, 'a', 1)");
		assertThat(log()).containsExactly("a", "z", "c");
	}

	@Test
	void precedesAnother() {
		TriggerDefinition.Builder second = logging("z").name(name("second"))
			.order(new TriggerOrder(null, name("third")));
		if (refused(TriggerFeature.PRECEDES, second)) {
			return;
		}
		create(logging("a").name(name("first")));
		create(logging("c").name(name("third")));
		create(second);
		this.database.execute("insert into item values (1, 'a', 1)");
		assertThat(log()).containsExactly("a", "z", "c");
	}

	@Test
	void replacesTheWriteToAView() {
		RelationName view = RelationName.of(name("item_view"));
		TriggerDefinition.Builder trigger = TriggerDefinition.of(name("view_written"), view)
			.timing(TriggerTiming.INSTEAD_OF)
			.events(TriggerEvent.INSERT)
			.body(logBody("x"));
		if (refused(TriggerFeature.INSTEAD_OF, trigger)) {
			return;
		}
		this.database.execute("create view item_view as select id, a from item");
		create(trigger);
		this.database.execute("insert into item_view (id, a) values (1, 'a')");
		assertThat(log()).hasSize(1);
		assertThat(this.database.value("select count(*) from item")).isEqualTo("0");
		assertThat(triggers()).singleElement().satisfies((found) -> {
			assertThat(found.timing()).isEqualTo(TriggerTiming.INSTEAD_OF);
			assertThat(found.kind()).isEqualTo(RelationKind.VIEW);
			assertThat(found.table().name()).isEqualTo(view.name());
		});
	}

	@Test
	void runsOnceForAStatement() throws Exception {
		TriggerDefinition.Builder trigger = logging("x").events(TriggerEvent.UPDATE).level(TriggerLevel.STATEMENT);
		if (refused(TriggerFeature.STATEMENT_LEVEL, trigger)) {
			return;
		}
		create(trigger);
		this.database.execute("insert into item values (1, 'a', 1)", "insert into item values (2, 'a', 1)");
		updateInTransaction();
		assertThat(log()).hasSize(1);
		assertThat(triggers()).allSatisfy((found) -> assertThat(found.level()).isEqualTo(TriggerLevel.STATEMENT));
	}

	/** A statement trigger of H2 cannot write while each statement commits. */
	private void updateInTransaction() throws Exception {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("update item set b = 2");
			connection.commit();
		}
	}

	@Test
	void runsOnceForARow() {
		create(logging("x").events(TriggerEvent.UPDATE).level(TriggerLevel.ROW));
		this.database.execute("insert into item values (1, 'a', 1)", "insert into item values (2, 'a', 1)",
				"update item set b = 2");
		assertThat(log()).hasSize(2);
	}

	/** SQLite has no way to change the new row. */
	@Test
	void changesTheNewRowBeforeItIsWritten() {
		assumeThat(this.database.is(TestDatabase.SQLITE)).isFalse();
		create(logging("x").timing(TriggerTiming.BEFORE).body(switch (this.database.kind()) {
			case POSTGRESQL, POSTGRESQL_14 -> "NEW.a := 'changed';";
			case H2 -> "org.h2.api.Trigger create() { return (c, o, n) -> { n[1] = \"changed\"; }; }";
			default -> "SET NEW.a = 'changed'";
		}));
		this.database.execute("insert into item values (1, 'a', 1)");
		assertThat(this.database.value("select a from item")).isEqualTo("changed");
	}

	@Test
	void namesTheRows() {
		TriggerDefinition.Builder trigger = logging("x").transitions(new TransitionNames(null, "fresh", null, null))
			.body("INSERT INTO log (note) VALUES (fresh.a)");
		if (refused(TriggerFeature.ROW_NAMES, trigger)) {
			return;
		}
		create(trigger);
		this.database.execute("insert into item values (1, 'a', 1)");
		assertThat(log()).containsExactly("a");
	}

	@Test
	void readsTransitionTables() {
		TriggerDefinition.Builder trigger = logging("x").events(TriggerEvent.UPDATE)
			.level(TriggerLevel.STATEMENT)
			.transitions(new TransitionNames(null, null, "gone", "come"))
			.body("INSERT INTO log (note) SELECT g.a || c.a FROM gone g JOIN come c ON c.id = g.id ORDER BY c.id");
		if (refused(TriggerFeature.TRANSITION_TABLES, trigger)) {
			return;
		}
		create(trigger);
		this.database.execute("insert into item values (1, 'a', 1), (2, 'b', 1)", "update item set a = upper(a)");
		assertThat(log()).containsExactly("aA", "bB");
	}

	@Test
	void callsAJavaClass() {
		TriggerDefinition.Builder trigger = logging("x").action(new TriggerAction.JavaClass(LogInsert.class.getName()));
		if (refused(TriggerFeature.JAVA_CLASS, trigger)) {
			return;
		}
		create(trigger);
		this.database.execute("insert into item values (1, 'a', 1)");
		assertThat(log()).containsExactly("java");
	}

	/** The embedded MariaDB runs without accounts, so that no right is missing. */
	@Test
	void runsWithTheRightsOfItsDefiner() {
		TriggerDefinition.Builder trigger = logging("x").definer("no body@localhost");
		if (refused(TriggerFeature.DEFINER, trigger)) {
			return;
		}
		create(trigger);
		assertThat(triggers()).singleElement()
			.satisfies((found) -> assertThat(found.definer()).contains("no body@localhost"));
	}

	@Test
	void keepsRemarks() {
		TriggerDefinition.Builder trigger = logging("x").remarks("It's \"quoted\" \\ é 🙂");
		if (refused(TriggerFeature.REMARKS, trigger)) {
			return;
		}
		create(trigger);
		assertThat(triggers()).singleElement()
			.satisfies((found) -> assertThat(found.remarks()).contains("It's \"quoted\" \\ é 🙂"));
	}

	@Test
	void isCreatedDisabled() {
		TriggerDefinition.Builder trigger = logging("x").state(TriggerState.DISABLED);
		if (this.dialect.support(TriggerFeature.DISABLED) != TriggerDialect.Support.NATIVE) {
			assertThatExceptionOfType(UnsupportedTriggerException.class)
				.isThrownBy(() -> this.dialect.create(trigger.build()))
				.withMessageContaining("connection");
			return;
		}
		create(trigger);
		this.database.execute("insert into item values (1, 'a', 1)");
		assertThat(log()).isEmpty();
		assertThat(triggers()).singleElement().satisfies((found) -> assertThat(found.enabled()).isFalse());
	}

	@Test
	void acceptsABodyThatIsABlock() {
		assumeThat(this.database.is(TestDatabase.H2)).isFalse();
		String begin = this.database.is(TestDatabase.HSQLDB) ? "BEGIN ATOMIC" : "BEGIN";
		create(logging("x").body(begin + "\n INSERT INTO log (note) VALUES ('x');\nEND; -- the end"));
		this.database.execute("insert into item values (1, 'a', 1)");
		assertThat(log()).hasSize(1);
	}

	@Test
	void acceptsACompleteStatement() {
		TriggerDefinition composed = logging("x").build();
		List<String> statements = this.dialect.create(composed);
		String sql = statements.stream().filter((each) -> each.startsWith("CREATE TRIGGER")).findFirst().orElseThrow();
		execute(statements);
		TriggerHeader header = this.dialect.header(sql).orElseThrow();
		assertThat(header.name()).isEqualTo(composed.name());
		assertThat(header.table().name()).isEqualTo(composed.table().name());
		assertThat(header.timing()).isEqualTo(composed.timing());
		assertThat(header.events()).isEqualTo(composed.events());
		assertThat(header.level()).isEqualTo(TriggerLevel.ROW);
		List<Trigger> before = triggers();
		execute(List.of(this.database.is(TestDatabase.POSTGRESQL, TestDatabase.POSTGRESQL_14)
				? "drop trigger touched on item" : "drop trigger " + this.dialect.quote(composed.name())));
		execute(this.dialect.create(logging("x").action(new TriggerAction.CompleteStatement(sql + ";")).build()));
		assertThat(triggers()).isEqualTo(before);
	}

	@Test
	void saysWhatEachRefusalIsAbout() {
		Map<String, TriggerDefinition> samples = TriggerSamples.all();
		assertThat(samples.values()).flatMap(this.dialect::problems)
			.allSatisfy((problem) -> assertThat(problem.toString()).contains(this.dialect.name(), problem.trigger(),
					problem.attribute(), problem.reason(), problem.remedy()));
	}

}
