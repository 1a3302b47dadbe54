package dev.triggerview.liquibase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection that counts the statements that are made with it, and remembers what is
 * read from the columns of their rows.
 */
final class CountingConnection {

	private final AtomicInteger statements = new AtomicInteger();

	private final List<String> values = new ArrayList<>();

	private final Connection connection;

	CountingConnection(Connection real) {
		this.connection = (Connection) watched(real, Connection.class);
	}

	private Object watched(Object real, Class<?> type) {
		return Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> {
					if (method.getName().endsWith("Statement") && type == Connection.class) {
						this.statements.incrementAndGet();
					}
					try {
						Object result = method.invoke(real, arguments);
						if (method.getName().equals("getString") && arguments[0] instanceof String column) {
							this.values.add(column + "=" + result);
						}
						return isWatched(method.getReturnType(), result) ? watched(result, method.getReturnType())
								: result;
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
	}

	private static boolean isWatched(Class<?> type, Object result) {
		return result != null
				&& List.of(java.sql.Statement.class, PreparedStatement.class, CallableStatement.class, ResultSet.class)
					.contains(type);
	}

	Connection connection() {
		return this.connection;
	}

	void reset() {
		this.statements.set(0);
		this.values.clear();
	}

	int statements() {
		return this.statements.get();
	}

	/** Return what was read from a column of the rows of any statement. */
	List<String> values(String column) {
		return this.values.stream()
			.filter((value) -> value.startsWith(column + "="))
			.map((value) -> value.substring(column.length() + 1))
			.toList();
	}

}
