package dev.triggerview.trigger;

import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.sql.SQLException;

import com.ibm.db2.jcc.DB2Diagnosable;
import com.ibm.db2.jcc.DB2Sqlca;
import com.ibm.db2.jcc.DBBindDiagnostics;
import com.microsoft.sqlserver.jdbc.SQLServerError;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads errors of the real drivers, filled with what their servers send for a trigger
 * that does not compile.
 */
class ServerErrorTests {

	@Test
	void sqlServerTellsTheLineOfEachError() throws Exception {
		SQLServerException failure = sqlServer(5, "Incorrect syntax near 'FORM'.");
		failure.setNextException(sqlServer(7, "Must declare the scalar variable \"@x\"."));
		assertThat(new SqlServerDialect().explain(failure))
			.isEqualTo("line 5: Incorrect syntax near 'FORM'.; line 7: Must declare the scalar variable \"@x\".");
	}

	/** The driver makes it when it reads an answer, and lets nobody else. */
	private static SQLServerException sqlServer(long line, String message) throws Exception {
		Constructor<SQLServerError> constructor = SQLServerError.class.getDeclaredConstructor();
		constructor.setAccessible(true);
		SQLServerError error = constructor.newInstance();
		error.setErrorMessage(message);
		Field lineNumber = SQLServerError.class.getDeclaredField("lineNumber");
		lineNumber.setAccessible(true);
		lineNumber.setLong(error, line);
		return new SQLServerException(error);
	}

	@Test
	void db2TellsTheLineAndTheText() {
		SQLException failure = new Db2Failure(new Sqlca(4, "SQL0408N  A value is not compatible.  SQLSTATE=42821 "));
		assertThat(new Db2Dialect().explain(failure))
			.isEqualTo("line 4: SQL0408N  A value is not compatible.  SQLSTATE=42821");
	}

	@Test
	void db2TellsNoLineOfAnErrorWithout() {
		assertThat(new Db2Dialect().explain(new Db2Failure(new Sqlca(0, "SQL0204N")))).isEqualTo("SQL0204N");
		assertThat(new Db2Dialect().explain(new Db2Failure(new Sqlca(4, null)))).isEqualTo("line 4: SQLCODE=-408");
		assertThat(new Db2Dialect().explain(new Db2Failure(null))).isEqualTo("SQLCODE=-408");
	}

	@Test
	void theMessageOfAnotherDriverRemains() {
		SQLException failure = new SQLException("Something is wrong");
		assertThat(TriggerDialect.all())
			.allSatisfy((dialect) -> assertThat(dialect.explain(failure)).isEqualTo("Something is wrong"));
	}

	/** As the driver throws it: with the message of the server only on request. */
	private static final class Db2Failure extends SQLException implements DB2Diagnosable {

		private final transient DB2Sqlca sqlca;

		Db2Failure(DB2Sqlca sqlca) {
			super("SQLCODE=-408");
			this.sqlca = sqlca;
		}

		@Override
		public DB2Sqlca getSqlca() {
			return this.sqlca;
		}

		@Override
		public Throwable getThrowable() {
			return this;
		}

		@Override
		public void printTrace(PrintWriter writer, String header) {
		}

		@Override
		public DBBindDiagnostics getBindDiagnostics() {
			return null;
		}

	}

	/** What the server sends beside the code. */
	private static final class Sqlca extends DB2Sqlca {

		private final int line;

		private final String message;

		Sqlca(int line, String message) {
			this.line = line;
			this.message = message;
		}

		@Override
		public int[] getSqlErrd() {
			return new int[] { 0, 0, this.line, 0, 0, 0 };
		}

		@Override
		public String getMessage() throws SQLException {
			if (this.message == null) {
				throw new SQLException("The connection is closed");
			}
			return this.message;
		}

		@Override
		public String[] getSqlErrmcTokens() {
			return new String[0];
		}

		@Override
		public String getSqlErrmc() {
			return "VAR1";
		}

		@Override
		public String getSqlErrp() {
			return "";
		}

		@Override
		public char[] getSqlWarn() {
			return new char[0];
		}

		@Override
		public int getSqlCode() {
			return -408;
		}

		@Override
		public String getSqlState() {
			return "42821";
		}

	}

}
