package dev.triggerview.hibernate;

import java.util.List;

/**
 * Thrown when {@code ddl-auto} would drop a table together with the views that read it.
 */
public final class ViewDropException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String table;

	private final List<String> views;

	ViewDropException(String table, List<String> views) {
		super("Hibernate's ddl-auto drops table " + table + ", and with it what reads it: " + String.join(", ", views)
				+ ". Set spring.jpa.hibernate.ddl-auto to 'validate' or 'none' and let migrations create tables and views.");
		this.table = table;
		this.views = List.copyOf(views);
	}

	/** Return the name of the table. */
	public String table() {
		return this.table;
	}

	/** Return the names of the views that read it. */
	public List<String> views() {
		return this.views;
	}

}
