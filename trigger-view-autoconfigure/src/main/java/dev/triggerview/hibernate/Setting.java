package dev.triggerview.hibernate;

import java.lang.reflect.InvocationTargetException;

/** Values of Hibernate settings that may be an object, its class or the name of that. */
final class Setting {

	private Setting() {
	}

	static <T> T instance(Object setting, Class<T> type) {
		if (type.isInstance(setting)) {
			return type.cast(setting);
		}
		try {
			Class<?> given = (setting instanceof Class<?> some) ? some
					: Class.forName(setting.toString(), true, Thread.currentThread().getContextClassLoader());
			return type.cast(given.getDeclaredConstructor().newInstance());
		}
		catch (InvocationTargetException ex) {
			throw new IllegalArgumentException("Hibernate setting " + setting + " could not be created", ex.getCause());
		}
		catch (ReflectiveOperationException | ClassCastException ex) {
			throw new IllegalArgumentException("Hibernate setting " + setting + " is no " + type.getName(), ex);
		}
	}

}
