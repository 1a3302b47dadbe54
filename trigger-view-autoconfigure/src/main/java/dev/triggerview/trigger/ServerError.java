package dev.triggerview.trigger;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a server says of an error beside the message that its driver makes of it. Drivers
 * are no dependency, so that their methods are called by name; without them the message
 * of the driver remains.
 */
final class ServerError {

	private ServerError() {
	}

	/** Microsoft JDBC Driver for SQL Server 8.4, SQLServerError: one for each error. */
	static String ofSqlServer(SQLException failure) {
		return Stream.iterate(failure, (each) -> each != null, SQLException::getNextException)
			.map((each) -> located(sqlServerLine(each), String.valueOf(each.getMessage())))
			.collect(Collectors.joining("; "));
	}

	private static @Nullable Long sqlServerLine(SQLException failure) {
		return call(failure, "com.microsoft.sqlserver.jdbc.SQLServerException", "getSQLServerError")
			.flatMap((error) -> call(error, "com.microsoft.sqlserver.jdbc.SQLServerError", "getLineNumber"))
			.map(Long.class::cast)
			.orElse(null);
	}

	/**
	 * IBM Db2 11.5, Error location in the SQLCA structure: the line is in sqlerrd(3). The
	 * text comes from the server, as the message has codes alone.
	 */
	static String ofDb2(SQLException failure) {
		Optional<Object> sqlca = call(failure, "com.ibm.db2.jcc.DB2Diagnosable", "getSqlca");
		Long line = sqlca.flatMap((diagnosis) -> call(diagnosis, "com.ibm.db2.jcc.DB2Sqlca", "getSqlErrd"))
			.map((places) -> (long) ((int[]) places)[2])
			.orElse(null);
		String text = sqlca.flatMap((diagnosis) -> call(diagnosis, "com.ibm.db2.jcc.DB2Sqlca", "getMessage"))
			.map(String::valueOf)
			.orElse(String.valueOf(failure.getMessage()));
		return located(line, text);
	}

	private static String located(@Nullable Long line, String text) {
		return (line != null && line > 0) ? "line " + line + ": " + text.strip() : text.strip();
	}

	/** The class that has the value may be hidden; the type that declares it is not. */
	private static Optional<Object> call(Object target, String type, String name) {
		try {
			Method method = Class.forName(type, false, target.getClass().getClassLoader()).getMethod(name);
			return method.getDeclaringClass().isInstance(target) ? Optional.ofNullable(method.invoke(target))
					: Optional.empty();
		}
		catch (ReflectiveOperationException ex) {
			return Optional.empty(); // Another driver.
		}
	}

}
