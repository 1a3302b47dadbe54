package dev.triggerview.liquibase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection that counts the statements that are made with it. */
final class CountingConnection {

	private final AtomicInteger statements = new AtomicInteger();

	private final Connection connection;

	CountingConnection(Connection real) {
		this.connection = (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
					if (method.getName().endsWith("Statement")) {
						this.statements.incrementAndGet();
					}
					try {
						return method.invoke(real, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
	}

	Connection connection() {
		return this.connection;
	}

	void reset() {
		this.statements.set(0);
	}

	int statements() {
		return this.statements.get();
	}

}
