package dev.triggerview.trigger;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TriggerHeaderTests {

	@ParameterizedTest
	@ValueSource(strings = { "CREATE TRIGGER t AFTER INSERT ON item FOR EACH ROW INSERT INTO log VALUES (1)",
			"create or replace definer = `a`@`b` trigger t after insert on item for each row follows u update log set a = 1",
			"CREATE TRIGGER IF NOT EXISTS t AFTER INSERT ON item BEGIN DELETE FROM log; END",
			"CREATE TEMP TRIGGER 't' AFTER INSERT ON 'item' BEGIN UPDATE log SET a = 1; END",
			"CREATE TRIGGER t AFTER INSERT ON item REFERENCING NEW ROW AS n FOR EACH ROW DELETE FROM log",
			"CREATE TRIGGER t AFTER INSERT ON item BEFORE u REFERENCING NEW ROW AS n FOR EACH ROW DELETE FROM log",
			"CREATE TRIGGER t ON item WITH EXECUTE AS OWNER AFTER INSERT AS UPDATE log SET a = 1",
			"/* about UPDATE */ CREATE TRIGGER t AFTER INSERT ON item -- or DELETE\nFOR EACH ROW CALL update()" })
	void readsTheEventOfTheHeaderAndNotOfTheBody(String sql) {
		TriggerHeader header = TriggerHeader.parse(sql).orElseThrow();
		assertThat(header.name()).isEqualTo("t");
		assertThat(header.table()).isEqualTo(RelationName.of("item"));
		assertThat(header.timing()).isEqualTo(TriggerTiming.AFTER);
		assertThat(header.events()).isEqualTo(Set.of(TriggerEvent.INSERT));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			WHEN (NEW.a = 1) BEGIN SELECT 1; END               | (NEW.a = 1)
			WHEN (NEW.a = ')') INSERT INTO log VALUES (1)      | (NEW.a = ')')
			WHEN (NEW.a) > 1 AND (NEW.b) IS NULL BEGIN END     | (NEW.a) > 1 AND (NEW.b) IS NULL
			WHEN (a = 1) EXECUTE FUNCTION f()                  | (a = 1)
			WHEN (a = 1) CALL f                                | (a = 1)
			WHEN CASE WHEN (a) THEN (b) ELSE 1 END BEGIN END   | CASE WHEN (a) THEN (b) ELSE 1 END
			WHEN (a) LIKE (b) ESCAPE 'x' BEGIN END             | (a) LIKE (b) ESCAPE 'x'
			""")
	void readsTheCondition(String rest, String condition) {
		TriggerHeader header = TriggerHeader
			.parse("CREATE TRIGGER t AFTER UPDATE OF a, \"b c\" ON item FOR EACH ROW " + rest)
			.orElseThrow();
		assertThat(header.when()).isEqualTo(condition);
		assertThat(header.updateColumns()).containsExactly("a", "b c");
		assertThat(header.level()).isEqualTo(TriggerLevel.ROW);
	}

	@Test
	void comparesConditionsByTheirWords() {
		TriggerHeader header = TriggerHeader
			.parse("CREATE TRIGGER t AFTER UPDATE ON item WHEN (new.a  = 'x  y' /* why */) BEGIN END")
			.orElseThrow();
		assertThat(header.hasCondition("NEW.a='x  y'")).isTrue();
		assertThat(header.hasCondition("((NEW.a = 'x  y'))")).isTrue();
		assertThat(header.hasCondition("NEW.a = 'x y'")).isFalse();
		assertThat(header.hasCondition("NEW.b = 'x  y'")).isFalse();
	}

	@Test
	void foldsNamesWithoutQuotesAsTheDatabaseDoes() {
		String sql = "CREATE TRIGGER My.T1 AFTER UPDATE OF Ab, \"Cd\" ON My.\"Item\" FOR EACH ROW CALL \"x\"";
		TriggerHeader h2 = new H2Dialect().header(sql).orElseThrow();
		assertThat(h2.name()).isEqualTo("T1");
		assertThat(h2.table()).isEqualTo(RelationName.of("MY", "Item"));
		assertThat(h2.updateColumns()).containsExactly("AB", "Cd");
		assertThat(new PostgreSqlDialect().header(sql).orElseThrow().name()).isEqualTo("t1");
		assertThat(new MySqlDialect().header(sql).orElseThrow().name()).isEqualTo("T1");
	}

	@Test
	void knowsTheLevelThatGoesWithoutSaying() {
		String sql = "CREATE TRIGGER t AFTER INSERT ON item BEGIN END";
		assertThat(new SqliteDialect().header(sql).orElseThrow().level()).isEqualTo(TriggerLevel.ROW);
		assertThat(new PostgreSqlDialect().header(sql).orElseThrow().level()).isEqualTo(TriggerLevel.STATEMENT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE TABLE t (id int)", "CREATE TRIGGER", "CREATE TRIGGER t",
			"CREATE TRIGGER t ON item", "CREATE TRIGGER t AFTER INSERT", "CREATE TRIGGER t AFTER UPDATE OF",
			"CREATE TRIGGER t.", "", "WHEN (" })
	void isEmptyForWhatIsNoTrigger(String sql) {
		assertThat(TriggerHeader.parse(sql)).isEmpty();
	}

}
