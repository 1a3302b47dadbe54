package dev.triggerview.repository;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

import org.hibernate.HibernateException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/** The canonical constructor of a record. */
record RecordConstructor<R>(Class<R> type, MethodHandle handle) {

	/** A handle is fast once it is compiled: it is made once for each type. */
	private static final ClassValue<MethodHandle> HANDLES = new ClassValue<>() {

		@Override
		protected MethodHandle computeValue(Class<?> type) {
			return handle(type, type.getRecordComponents());
		}

	};

	static <R> RecordConstructor<R> of(Class<R> type) {
		return new RecordConstructor<>(type, HANDLES.get(type));
	}

	private static MethodHandle handle(Class<?> type, RecordComponent[] components) {
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
		// MethodHandle, "Arity limits"
		catch (IllegalArgumentException ex) {
			throw new IllegalStateException("Record " + type.getName() + " has " + components.length
					+ " components, but Java calls a constructor through a handle with 253 arguments at most, of which"
					+ " a long or double counts twice. Read fewer columns, or some of them as an @Embeddable record.",
					ex);
		}
	}

	@SuppressWarnings("unchecked")
	R make(@Nullable Object[] values) {
		try {
			return (R) (Object) this.handle.invokeExact(values);
		}
		catch (NullPointerException ex) {
			refuseNulls(values);
			throw ex;
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

	private void refuseNulls(@Nullable Object[] values) {
		RecordComponent[] components = this.type.getRecordComponents();
		for (int i = 0; i < values.length; i++) {
			Class<?> type = components[i].getType();
			if (values[i] == null && type.isPrimitive()) {
				throw new HibernateException(
						"Component " + components[i].getName() + " of record " + this.type.getName()
								+ " is null in a row of the view, which " + type + " cannot hold. Declare it as "
								+ ClassUtils.resolvePrimitiveIfNecessary(type).getSimpleName() + ".");
			}
		}
	}

}
