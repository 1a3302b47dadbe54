package dev.triggerview.benchmarks.views;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the result sets that anybody gets from a data source. */
final class QueryCounter {

	/** What leads to a result set; the more special first. */
	private static final List<Class<?>> COUNTED = List.of(Connection.class, DatabaseMetaData.class,
			PreparedStatement.class, Statement.class);

	private final AtomicInteger count = new AtomicInteger();

	int count() {
		return this.count.get();
	}

	DataSource counting(DataSource dataSource) {
		return new DelegatingDataSource(dataSource) {

			@Override
			public Connection getConnection() throws SQLException {
				return (Connection) counting(Connection.class, super.getConnection());
			}

		};
	}

	private Object counting(Class<?> type, Object target) {
		return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
			try {
				return counted(method.invoke(target, arguments));
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		});
	}

	private Object counted(Object result) {
		if (result instanceof ResultSet) {
			this.count.incrementAndGet();
			return result;
		}
		return COUNTED.stream()
			.filter((type) -> type.isInstance(result))
			.findFirst()
			.map((type) -> counting(type, result))
			.orElse(result);
	}

}
