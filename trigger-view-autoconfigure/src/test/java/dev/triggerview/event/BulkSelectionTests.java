package dev.triggerview.event;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BulkSelectionTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					update account a set owner=?,x=? where a.id>?       | select id from account a where a.id>?       | 2
					UPDATE "My Table" SET a = 'where ?'                 | select id from "My Table"                   | 0
					update t set a=(select max(b) from u where c=?) where d=? | select id from t where d=?            | 1
					delete from bank.account where id in (?,?)          | select id from bank.account where id in (?,?) | 0
					delete a1 from account a1 where a1.id=?             | select id from account a1 where a1.id=?     | 0
					/* from where */ delete from t -- where             | select id from t -- where                   | 0
					delete t where x=?                                  |                                             |
					delete from t where exists (select 1 from u where u.x=t.x) | select id from t where exists (select 1 from u where u.x=t.x) | 0
					""")
	void isTheConditionOfTheStatement(String sql, String query, Integer skipped) {
		if (query == null) {
			assertThat(BulkSelection.of(sql)).isEmpty();
		}
		else {
			assertThat(BulkSelection.of(sql)).hasValueSatisfying((selection) -> {
				assertThat(selection.query("id").strip()).isEqualTo(query);
				assertThat(selection.skipped()).isEqualTo(skipped);
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "insert into t (a) values (1)", "update t set a=1 from u where u.x=t.x",
			"update t, u set t.a=1", "update t join u on u.x=t.x set t.a=1", "delete from t using u where u.x=t.x",
			"update t set a='\\'' where b=1", "delete from t where a=1 returning id",
			"delete from t order by a limit 1" })
	void isUnknownWhereTheStatementSaysMore(String sql) {
		assertThat(BulkSelection.of(sql)).isEmpty();
	}

	@Test
	void aParameterOfTheConditionIsNotSkipped() {
		assertThat(BulkSelection.of("delete from t where a=? and b=?").orElseThrow().skipped()).isZero();
	}

}
