package dev.triggerview.view;

import java.sql.JDBCType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The type that drivers report for a type by its name. The nine databases agree on what
 * these names mean, as far as reading a value goes; the ones that they do not agree on
 * are missing.
 */
final class ColumnTypes {

	private static final Map<String, JDBCType> TYPES = new HashMap<>();

	private static final Pattern SIZE = Pattern.compile("\\s*\\([^)]*\\)");

	static {
		add(JDBCType.BOOLEAN, "boolean", "bool", "bit");
		add(JDBCType.TINYINT, "tinyint");
		add(JDBCType.SMALLINT, "smallint", "int2", "year");
		add(JDBCType.INTEGER, "integer", "int", "int4", "mediumint");
		add(JDBCType.BIGINT, "bigint", "int8");
		add(JDBCType.DECIMAL, "numeric", "decimal", "dec", "number", "money", "smallmoney", "decfloat");
		add(JDBCType.REAL, "real", "float4", "binary_float");
		add(JDBCType.DOUBLE, "double", "double precision", "float8", "float", "binary_double");
		add(JDBCType.VARCHAR, "varchar", "character varying", "char", "character", "bpchar", "text", "varchar2",
				"nvarchar", "nvarchar2", "nchar", "ntext", "tinytext", "mediumtext", "longtext", "clob", "nclob",
				"character large object", "long varchar", "vargraphic", "graphic", "dbclob", "name",
				"varchar_ignorecase");
		add(JDBCType.VARBINARY, "bytea", "binary", "varbinary", "blob", "tinyblob", "mediumblob", "longblob", "raw",
				"image", "binary varying", "binary large object", "long varbinary");
		add(JDBCType.TIME, "time", "timetz", "time with time zone", "time without time zone");
		add(JDBCType.TIMESTAMP, "timestamp", "timestamptz", "timestamp with time zone", "timestamp without time zone",
				"timestamp with local time zone", "datetime", "datetime2", "smalldatetime", "datetimeoffset");
	}

	private ColumnTypes() {
	}

	private static void add(JDBCType type, String... names) {
		for (String name : names) {
			TYPES.put(name, type);
		}
	}

	/** Return the type of a name, which may be followed by a size in parentheses. */
	static Optional<JDBCType> jdbcType(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		String bare = (lower.indexOf('(') < 0) ? lower : SIZE.matcher(lower).replaceAll("");
		return Optional.ofNullable(TYPES.get(bare.strip()));
	}

}
