package dev.triggerview.event;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BulkStatementTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "update account a1_0 set x=1|UPDATE|account", "delete from Account|DELETE|account",
					"delete a1_0 from account a1_0|DELETE|account", "DELETE account where 1=1|DELETE|account",
					"insert into bank.account (id) values (1)|INSERT|account",
					"insert ignore into `bank`.`Account` values (1)|INSERT|account",
					"update only \"Bank\".\"Account\" set x=1|UPDATE|account",
					"/* a */ /* b */ update [dbo].[account] set x=1|UPDATE|account" })
	void readsOperationAndTable(String sql, Operation operation, String table) {
		assertThat(BulkStatement.of(sql)).contains(new BulkStatement(operation, table));
	}

	@ParameterizedTest
	@ValueSource(strings = { "select 1", "truncate table account", "call update_all()", "updates x", "" })
	void leavesOthersAlone(String sql) {
		assertThat(BulkStatement.of(sql)).isEmpty();
	}

	@Test
	void namesAreComparedWithoutSchemaAndQuotes() {
		assertThat(BulkStatement.name("\"Bank\".\"Account\"")).isEqualTo("account");
	}

}
