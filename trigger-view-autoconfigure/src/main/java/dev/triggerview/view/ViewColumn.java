package dev.triggerview.view;

import java.sql.JDBCType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A column of a view, as the catalog has it.
 *
 * @param name the name, neither quoted nor folded
 * @param type the type by the database's own name, empty where it knows none (SQLite, for
 * a column that is computed)
 * @param jdbcType the type that drivers report for it, empty if it is none of
 * {@link JDBCType} or unknown
 * @param size the length in characters or the precision in digits or bits, empty if not
 * limited or unknown
 * @param scale the digits after the decimal point, empty if not limited or unknown
 * @param nullable whether the catalog allows nulls, which it does for nearly every column
 * of a view
 */
public record ViewColumn(String name, String type, Optional<JDBCType> jdbcType, OptionalInt size, OptionalInt scale,
		boolean nullable) {

	private static final Set<JDBCType> BINARY_NUMBERS = EnumSet.of(JDBCType.TINYINT, JDBCType.SMALLINT,
			JDBCType.INTEGER, JDBCType.BIGINT, JDBCType.REAL, JDBCType.DOUBLE);

	/**
	 * Return the type with its size and scale, as one would declare it, for people to
	 * read.
	 */
	public String typeWithSize() {
		if (this.size.isEmpty() || this.jdbcType.filter(BINARY_NUMBERS::contains).isPresent()) {
			return this.type;
		}
		return this.type + "(" + this.size.getAsInt() + (this.scale.isPresent() ? "," + this.scale.getAsInt() : "")
				+ ")";
	}

	/**
	 * Return whether a declared type is the type of this column, by whatever name:
	 * {@code smallint} is {@code int2} in the catalog of PostgreSQL. Sizes are not
	 * compared.
	 */
	public boolean isOf(String declared) {
		return this.jdbcType.isPresent() && this.jdbcType.equals(ColumnTypes.jdbcType(declared));
	}

}
