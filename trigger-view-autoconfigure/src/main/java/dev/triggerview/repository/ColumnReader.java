package dev.triggerview.repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.sql.ast.spi.SqlSelection;
import org.hibernate.type.descriptor.ValueExtractor;
import org.jspecify.annotations.Nullable;

/** Reads a column as Hibernate does. */
interface ColumnReader {

	@Nullable Object read(ResultSet row, int position, SharedSessionContractImplementor session) throws SQLException;

	static ColumnReader of(SqlSelection column) {
		JdbcMapping mapping = column.getExpressionType().getSingleJdbcMapping();
		ValueExtractor<?> extractor = mapping.getJdbcValueExtractor();
		if (mapping.getValueConverter() != null) {
			return (row, position, reading) -> mapping.convertToDomainValue(extractor.extract(row, position, reading));
		}
		PlainColumn plain = PlainColumn.of(mapping);
		if (plain != null) {
			return plain;
		}
		Class<?> type = mapping.getJavaTypeDescriptor().getJavaTypeClass();
		boolean local = Integer.valueOf(mapping.getJdbcType().getJdbcTypeCode()).equals(Local.TYPES.get(type));
		return local ? new Local(type, extractor) : extractor::extract;
	}

	/**
	 * Reads a date or time without the detour over {@code java.sql.Timestamp}, which
	 * takes longer than all other columns of a row together, unless the session converts
	 * it to a time zone. A driver that knows the detour only is asked once.
	 */
	final class Local implements ColumnReader {

		private static final Map<Class<?>, Integer> TYPES = Map.of(LocalDateTime.class, Types.TIMESTAMP,
				LocalDate.class, Types.DATE, LocalTime.class, Types.TIME);

		private final Class<?> type;

		private final ValueExtractor<?> extractor;

		private boolean supported = true;

		Local(Class<?> type, ValueExtractor<?> extractor) {
			this.type = type;
			this.extractor = extractor;
		}

		@Override
		public @Nullable Object read(ResultSet row, int position, SharedSessionContractImplementor session)
				throws SQLException {
			if (this.supported && session.getJdbcTimeZone() == null) {
				try {
					return row.getObject(position, this.type);
				}
				catch (SQLException ex) {
					Object value = this.extractor.extract(row, position, session);
					this.supported = false;
					return value;
				}
			}
			return this.extractor.extract(row, position, session);
		}

	}

}
