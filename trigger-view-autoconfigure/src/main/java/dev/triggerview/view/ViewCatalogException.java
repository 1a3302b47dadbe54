package dev.triggerview.view;

import java.sql.SQLException;

/** Thrown when the views of a database cannot be read. */
public class ViewCatalogException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ViewCatalogException(String database, SQLException cause) {
		super("Could not read the views of " + database + ": " + reason(cause)
				+ "; the account needs the right to read the catalog", cause);
	}

	/** H2 adds the whole query. */
	private static String reason(SQLException cause) {
		return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
	}

}
