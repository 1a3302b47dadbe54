package dev.triggerview.hibernate;

import java.sql.JDBCType;
import java.sql.Types;
import java.util.Optional;
import java.util.OptionalInt;

import dev.triggerview.view.ViewColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which columns an attribute is read from without loss. */
class ColumnFitTests {

	@ParameterizedTest
	@CsvSource({ "5, 0, INTEGER", "10, 0, INTEGER", "5, 0, SMALLINT", "3, 0, TINYINT", "38, 0, BIGINT", "1, 0, BOOLEAN",
			"10, 2, DOUBLE", "10, 2, NUMERIC" })
	void decimalsThatFit(int digits, int scale, JDBCType attribute) {
		assertThat(ColumnFit.problem(decimal(digits, scale), attribute.getVendorTypeNumber())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "11, 0, INTEGER, narrowing", "6, 0, SMALLINT, narrowing", "4, 0, TINYINT, narrowing",
			"5, 1, INTEGER, narrowing", "10, 2, BIGINT, narrowing", "1, 1, BOOLEAN, type mismatch",
			"5, 0, VARCHAR, type mismatch" })
	void decimalsThatDoNot(int digits, int scale, JDBCType attribute, String word) {
		assertThat(ColumnFit.problem(decimal(digits, scale), attribute.getVendorTypeNumber()))
			.hasValueSatisfying((mistake) -> assertThat(mistake.word()).isEqualTo(word));
	}

	/** MariaDB describes {@code select null as nickname} so. */
	@ParameterizedTest
	@CsvSource({ "VARCHAR", "BIGINT", "TIMESTAMP" })
	void aNullFitsEverything(JDBCType attribute) {
		ViewColumn nothing = new ViewColumn("nickname", "binary", Optional.of(JDBCType.VARBINARY), OptionalInt.of(0),
				OptionalInt.empty(), true);
		assertThat(ColumnFit.problem(nothing, attribute.getVendorTypeNumber())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "uuid, INTEGER, true", "UUID, NUMERIC, true", "jsonb, DOUBLE, true", "uuid, VARCHAR, false",
			"oid, BIGINT, false" })
	void typesThatAreNotOfJdbc(String type, JDBCType attribute, boolean refused) {
		ViewColumn column = new ViewColumn("code", type, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(),
				true);
		assertThat(ColumnFit.problem(column, attribute.getVendorTypeNumber()).isPresent()).isEqualTo(refused);
	}

	private static ViewColumn decimal(int digits, int scale) {
		return new ViewColumn("amount", "numeric", Optional.of(JDBCType.DECIMAL), OptionalInt.of(digits),
				OptionalInt.of(scale), true);
	}

}
