package dev.triggerview.repository;

import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.sql.ast.spi.SqlSelection;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/** Makes a record of each row of a result set, by its canonical constructor. */
final class RecordReader<R> {

	private final RecordConstructor<R> constructor;

	private final ColumnReader[] columns;

	private RecordReader(RecordConstructor<R> constructor, ColumnReader[] columns) {
		this.constructor = constructor;
		this.columns = columns;
	}

	/** Returns null unless each column is what one component of the record holds. */
	static <R> @Nullable RecordReader<R> of(Class<R> type, List<SqlSelection> columns) {
		RecordComponent[] components = type.getRecordComponents();
		if (components.length != columns.size()) {
			return null;
		}
		ColumnReader[] readers = new ColumnReader[components.length];
		for (int i = 0; i < components.length; i++) {
			if (!isOf(components[i], columns.get(i)) || columns.get(i).getValuesArrayPosition() != i) {
				return null;
			}
			readers[i] = ColumnReader.of(columns.get(i));
		}
		return new RecordReader<>(RecordConstructor.of(type), readers);
	}

	private static boolean isOf(RecordComponent component, SqlSelection column) {
		Class<?> type = column.getExpressionType().getSingleJdbcMapping().getJavaTypeDescriptor().getJavaTypeClass();
		return ClassUtils.resolvePrimitiveIfNecessary(component.getType()) == ClassUtils
			.resolvePrimitiveIfNecessary(type);
	}

	R read(ResultSet row, SharedSessionContractImplementor session) throws SQLException {
		@Nullable Object[] values = new Object[this.columns.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.columns[i].read(row, i + 1, session);
		}
		return this.constructor.make(values);
	}

}
