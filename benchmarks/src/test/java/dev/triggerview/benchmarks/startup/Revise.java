package dev.triggerview.benchmarks.startup;

import java.sql.Connection;

import org.h2.api.Trigger;

/** The trigger of the tables on H2, where triggers are Java: counts the updates. */
public final class Revise implements Trigger {

	@Override
	public void fire(Connection connection, Object[] oldRow, Object[] newRow) {
		newRow[2] = (Integer) oldRow[2] + 1;
	}

}
