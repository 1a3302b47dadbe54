package dev.triggerview.repository;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.sql.ast.spi.SqlSelection;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/** Makes a record of each row of a result set, by its canonical constructor. */
final class RecordReader<R> {

	/** A handle is fast once it is compiled: it is made once for each type. */
	private static final ClassValue<MethodHandle> CONSTRUCTORS = new ClassValue<>() {

		@Override
		protected MethodHandle computeValue(Class<?> type) {
			return constructor(type, type.getRecordComponents());
		}

	};

	private final Class<R> type;

	private final MethodHandle constructor;

	private final ColumnReader[] columns;

	private RecordReader(Class<R> type, MethodHandle constructor, ColumnReader[] columns) {
		this.type = type;
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
		return new RecordReader<>(type, CONSTRUCTORS.get(type), readers);
	}

	private static boolean isOf(RecordComponent component, SqlSelection column) {
		Class<?> type = column.getExpressionType().getSingleJdbcMapping().getJavaTypeDescriptor().getJavaTypeClass();
		return ClassUtils.resolvePrimitiveIfNecessary(component.getType()) == ClassUtils
			.resolvePrimitiveIfNecessary(type);
	}

	private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
		try {
			Constructor<?> canonical = type.getDeclaredConstructor(
					Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
			canonical.setAccessible(true);
			MethodHandle handle = MethodHandles.lookup().unreflectConstructor(canonical);
			return handle.asType(handle.type().generic()).asSpreader(Object[].class, components.length);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("The canonical constructor of " + type.getName() + " cannot be called", ex);
		}
	}

	R read(ResultSet row, SharedSessionContractImplementor session) throws SQLException {
		@Nullable Object[] values = new Object[this.columns.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.columns[i].read(row, i + 1, session);
		}
		return make(values);
	}

	@SuppressWarnings("unchecked")
	private R make(@Nullable Object[] values) {
		try {
			return (R) (Object) this.constructor.invokeExact(values);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		// What MethodHandle.invokeExact declares: a canonical constructor throws no
		// checked exception (Java Language Specification, 8.10.4).
		catch (Throwable ex) {
			throw new IllegalStateException("The constructor of " + this.type.getName() + " failed", ex);
		}
	}

}
