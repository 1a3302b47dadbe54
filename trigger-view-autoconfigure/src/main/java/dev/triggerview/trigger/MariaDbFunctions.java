package dev.triggerview.trigger;

/** MariaDB Server documentation, CREATE FUNCTION. */
final class MariaDbFunctions extends MySqlFunctions {

	MariaDbFunctions() {
		super(new MariaDbDialect());
	}

	@Override
	String orReplace() {
		return " OR REPLACE";
	}

}
