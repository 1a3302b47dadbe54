package dev.triggerview.trigger;

import java.util.List;

/**
 * All dialects, made once: they have no state, and each change and each object of a
 * snapshot asks for its own. Their base classes do not hold them, because two threads
 * that load a base class and its subclass at once would wait for each other for ever.
 */
final class Dialects {

	static final List<TriggerDialect> TRIGGERS = List.of(new Db2Dialect(), new H2Dialect(), new HsqldbDialect(),
			new MariaDbDialect(), new MySqlDialect(), new OracleDialect(), new PostgreSqlDialect(),
			new SqlServerDialect(), new SqliteDialect());

	private Dialects() {
	}

	/** Loaded by who asks for functions only. */
	static final class Functions {

		static final List<FunctionDialect> ALL = List.of(new Db2Functions(), new H2Functions(), new HsqldbFunctions(),
				new MariaDbFunctions(), new MySqlFunctions(), new OracleFunctions(), new PostgreSqlFunctions(),
				new SqlServerFunctions());

		private Functions() {
		}

	}

}
