package dev.triggerview.trigger;

import java.sql.SQLException;

/** Thrown when the triggers of a database cannot be read. */
public class TriggerCatalogException extends RuntimeException {

	TriggerCatalogException(String database, SQLException cause) {
		super("Could not read the triggers of " + database + ": " + cause.getMessage()
				+ "; the account needs the right to read the catalog", cause);
	}

}
