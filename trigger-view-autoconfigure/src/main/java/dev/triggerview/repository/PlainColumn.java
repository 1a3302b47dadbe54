package dev.triggerview.repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.descriptor.java.BigDecimalJavaType;
import org.hibernate.type.descriptor.java.BooleanJavaType;
import org.hibernate.type.descriptor.java.DoubleJavaType;
import org.hibernate.type.descriptor.java.IntegerJavaType;
import org.hibernate.type.descriptor.java.LongJavaType;
import org.hibernate.type.descriptor.java.StringJavaType;
import org.hibernate.type.descriptor.jdbc.BigIntJdbcType;
import org.hibernate.type.descriptor.jdbc.BooleanJdbcType;
import org.hibernate.type.descriptor.jdbc.DecimalJdbcType;
import org.hibernate.type.descriptor.jdbc.DoubleJdbcType;
import org.hibernate.type.descriptor.jdbc.FloatJdbcType;
import org.hibernate.type.descriptor.jdbc.IntegerJdbcType;
import org.hibernate.type.descriptor.jdbc.NumericJdbcType;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Columns of which Hibernate takes what the driver returns: asking the driver alone
 * spares a log level and a question for null with each value. A driver returns 0 or false
 * for null, so it is asked for null only then.
 */
enum PlainColumn implements ColumnReader {

	TEXT {

		@Override
		public @Nullable Object read(ResultSet row, int position, SharedSessionContractImplementor session)
				throws SQLException {
			return row.getString(position);
		}

	},

	DECIMAL {

		@Override
		public @Nullable Object read(ResultSet row, int position, SharedSessionContractImplementor session)
				throws SQLException {
			return row.getBigDecimal(position);
		}

	},

	LONG {

		@Override
		public @Nullable Object read(ResultSet row, int position, SharedSessionContractImplementor session)
				throws SQLException {
			long value = row.getLong(position);
			return (value == 0 && row.wasNull()) ? null : (Long) value;
		}

	},

	INTEGER {

		@Override
		public @Nullable Object read(ResultSet row, int position, SharedSessionContractImplementor session)
				throws SQLException {
			int value = row.getInt(position);
			return (value == 0 && row.wasNull()) ? null : (Integer) value;
		}

	},

	DOUBLE {

		@Override
		public @Nullable Object read(ResultSet row, int position, SharedSessionContractImplementor session)
				throws SQLException {
			double value = row.getDouble(position);
			return (value == 0 && row.wasNull()) ? null : (Double) value;
		}

	},

	BOOLEAN {

		@Override
		public @Nullable Object read(ResultSet row, int position, SharedSessionContractImplementor session)
				throws SQLException {
			boolean value = row.getBoolean(position);
			return (!value && row.wasNull()) ? null : (Boolean) value;
		}

	};

	private static final Map<Descriptors, PlainColumn> BY_DESCRIPTORS = Map.of(
			new Descriptors(StringJavaType.class, VarcharJdbcType.class), TEXT,
			new Descriptors(BigDecimalJavaType.class, NumericJdbcType.class), DECIMAL,
			new Descriptors(BigDecimalJavaType.class, DecimalJdbcType.class), DECIMAL,
			new Descriptors(LongJavaType.class, BigIntJdbcType.class), LONG,
			new Descriptors(IntegerJavaType.class, IntegerJdbcType.class), INTEGER,
			new Descriptors(DoubleJavaType.class, DoubleJdbcType.class), DOUBLE,
			new Descriptors(DoubleJavaType.class, FloatJdbcType.class), DOUBLE,
			new Descriptors(BooleanJavaType.class, BooleanJdbcType.class), BOOLEAN);

	/** Returns null for any other column. */
	static @Nullable PlainColumn of(JdbcMapping mapping) {
		return BY_DESCRIPTORS
			.get(new Descriptors(mapping.getJavaTypeDescriptor().getClass(), mapping.getJdbcType().getClass()));
	}

	private record Descriptors(Class<?> javaType, Class<?> jdbcType) {

	}

}
