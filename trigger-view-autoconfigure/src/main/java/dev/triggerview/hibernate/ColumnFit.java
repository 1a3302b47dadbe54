package dev.triggerview.hibernate;

import java.sql.JDBCType;
import java.sql.Types;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.triggerview.view.ViewColumn;
import org.hibernate.type.SqlTypes;

/**
 * What is wrong when an attribute is read from a column of another type. What drivers
 * read without loss is right: a sum, which most databases return as a decimal, fits a
 * {@code long}, a number fits a {@code boolean}. Of types that are not of JDBC it is
 * known of a few that they are no numbers; the others are not compared.
 *
 * @param word "narrowing", if only some values are lost, or "type mismatch"
 * @param javaType the type that an attribute of such a column has
 * @param sqlType the type that a column of such an attribute has
 */
record ColumnFit(String word, String javaType, String sqlType) {

	private static final String MISMATCH = "type mismatch";

	private static final int NUMBER = 1;

	private static final int DAY = 2;

	private static final int OTHER = 3;

	/** From the smallest to the largest. */
	private static final List<JDBCType> INTEGERS = List.of(JDBCType.TINYINT, JDBCType.SMALLINT, JDBCType.INTEGER,
			JDBCType.BIGINT);

	private static final Map<JDBCType, String> JAVA = Map.ofEntries(Map.entry(JDBCType.BOOLEAN, "Boolean"),
			Map.entry(JDBCType.TINYINT, "Byte"), Map.entry(JDBCType.SMALLINT, "Short"),
			Map.entry(JDBCType.INTEGER, "Integer"), Map.entry(JDBCType.BIGINT, "Long"),
			Map.entry(JDBCType.DECIMAL, "BigDecimal"), Map.entry(JDBCType.REAL, "Float"),
			Map.entry(JDBCType.DOUBLE, "Double"), Map.entry(JDBCType.VARCHAR, "String"),
			Map.entry(JDBCType.VARBINARY, "byte[]"), Map.entry(JDBCType.DATE, "LocalDate"),
			Map.entry(JDBCType.TIME, "LocalTime"), Map.entry(JDBCType.TIMESTAMP, "LocalDateTime"));

	/** What attributes of columns that are no numbers have, by the names of databases. */
	private static final Map<String, String> NO_NUMBERS = Map.of("uuid", "UUID", "uniqueidentifier", "UUID", "json",
			"String", "jsonb", "String", "xml", "String");

	boolean isMismatch() {
		return this.word.equals(MISMATCH);
	}

	/**
	 * Returns whether the attribute is a date or time, which SQLite keeps as text or
	 * number.
	 */
	static boolean isTemporal(int attributeType) {
		return simple(attributeType).filter(EnumSet.of(JDBCType.DATE, JDBCType.TIME, JDBCType.TIMESTAMP)::contains)
			.isPresent();
	}

	/** Returns whether the attribute is read as a number. */
	static boolean isNumber(int attributeType) {
		return simple(attributeType).filter((type) -> family(type) == NUMBER).isPresent();
	}

	static Optional<ColumnFit> problem(ViewColumn column, int attributeType) {
		Optional<JDBCType> attribute = simple(attributeType);
		if (attribute.isEmpty()) {
			return Optional.empty();
		}
		String sqlType = attribute.get().getName().toLowerCase(Locale.ROOT);
		if (column.jdbcType().isEmpty()) {
			return isNumber(attributeType) ? Optional.ofNullable(NO_NUMBERS.get(column.type().toLowerCase(Locale.ROOT)))
				.map((javaType) -> new ColumnFit(MISMATCH, javaType, sqlType)) : Optional.empty();
		}
		JDBCType from = column.jdbcType().get();
		String word = word(from, attribute.get(), column);
		return Optional
			.ofNullable(word.isEmpty() ? null : new ColumnFit(word, JAVA.getOrDefault(from, "Object"), sqlType));
	}

	/** Empty if the attribute can be read. */
	private static String word(JDBCType column, JDBCType attribute, ViewColumn described) {
		int from = family(column);
		int to = family(attribute);
		if (from != to) {
			return crosses(column, attribute, described) ? "" : MISMATCH;
		}
		if (from == NUMBER) {
			return loses(column, attribute, described) ? "narrowing" : "";
		}
		return (column == JDBCType.TIMESTAMP && attribute != JDBCType.TIMESTAMP) ? "narrowing" : "";
	}

	private static boolean loses(JDBCType column, JDBCType attribute, ViewColumn described) {
		boolean integer = isInteger(attribute);
		if (isInteger(column)) {
			return integer && INTEGERS.indexOf(column) > INTEGERS.indexOf(attribute);
		}
		if (column == JDBCType.DECIMAL && integer) {
			return described.scale().orElse(0) > 0
					|| (attribute != JDBCType.BIGINT && described.size().orElse(Integer.MAX_VALUE) > digits(attribute));
		}
		return integer || (column == JDBCType.DOUBLE && attribute == JDBCType.REAL);
	}

	private static int family(JDBCType type) {
		return switch (type) {
			case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> NUMBER;
			case DATE, TIMESTAMP -> DAY;
			default -> OTHER + type.ordinal();
		};
	}

	/** Oracle has numbers of one digit for booleans; MariaDB calls a null a binary(0). */
	private static boolean crosses(JDBCType column, JDBCType attribute, ViewColumn described) {
		boolean whole = isInteger(column)
				|| (column == JDBCType.DECIMAL && described.size().isPresent() && described.scale().orElse(0) == 0);
		return (attribute == JDBCType.BOOLEAN && whole) || described.size().orElse(1) == 0;
	}

	private static boolean isInteger(JDBCType type) {
		return INTEGERS.contains(type);
	}

	/**
	 * As many as Hibernate gives to a column of the type where all numbers are decimals.
	 */
	private static int digits(JDBCType integer) {
		return switch (integer) {
			case TINYINT -> 3;
			case SMALLINT -> 5;
			default -> 10;
		};
	}

	private static Optional<JDBCType> simple(int type) {
		return Optional.ofNullable(switch (type) {
			case Types.BIT, Types.BOOLEAN -> JDBCType.BOOLEAN;
			case Types.TINYINT -> JDBCType.TINYINT;
			case Types.SMALLINT -> JDBCType.SMALLINT;
			case Types.INTEGER -> JDBCType.INTEGER;
			case Types.BIGINT -> JDBCType.BIGINT;
			case Types.NUMERIC, Types.DECIMAL -> JDBCType.DECIMAL;
			case Types.REAL -> JDBCType.REAL;
			case Types.FLOAT, Types.DOUBLE -> JDBCType.DOUBLE;
			case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR,
					Types.CLOB, Types.NCLOB, SqlTypes.LONG32VARCHAR, SqlTypes.LONG32NVARCHAR ->
				JDBCType.VARCHAR;
			case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, SqlTypes.LONG32VARBINARY ->
				JDBCType.VARBINARY;
			case Types.DATE -> JDBCType.DATE;
			case Types.TIME, Types.TIME_WITH_TIMEZONE, SqlTypes.TIME_UTC -> JDBCType.TIME;
			case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE, SqlTypes.TIMESTAMP_UTC -> JDBCType.TIMESTAMP;
			default -> null;
		});
	}

}
