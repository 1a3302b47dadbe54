package dev.triggerview.view;

import java.sql.SQLException;

/** Thrown when the views of a database cannot be read. */
public class ViewCatalogException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ViewCatalogException(String database, SQLException cause) {
		super("Could not read the views of " + database + ": " + cause.getMessage()
				+ "; the account needs the right to read the catalog", cause);
	}

}
