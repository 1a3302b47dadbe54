package dev.triggerview.trigger;

import java.util.List;

/** Thrown for a database whose triggers are not known. */
public class UnsupportedDatabaseException extends RuntimeException {

	private final String database;

	UnsupportedDatabaseException(String database, List<String> supported) {
		super("The triggers of the database '" + database + "' are not supported; supported are "
				+ String.join(", ", supported));
		this.database = database;
	}

	/** Return the name under which the database was asked for. */
	public String database() {
		return this.database;
	}

}
