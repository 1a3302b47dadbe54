package dev.triggerview.benchmarks.migrations;

import java.sql.Connection;

import org.h2.api.Trigger;

/** The body of the triggers on H2, where triggers are Java. */
public final class Touch implements Trigger {

	@Override
	public void fire(Connection connection, Object[] oldRow, Object[] newRow) {
		newRow[1] = "touched";
	}

}
