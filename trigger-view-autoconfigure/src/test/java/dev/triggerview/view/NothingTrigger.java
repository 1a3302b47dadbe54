package dev.triggerview.view;

import java.sql.Connection;

import org.h2.api.Trigger;

/** A trigger of H2 that writes nothing. */
public class NothingTrigger implements Trigger {

	@Override
	public void fire(Connection connection, Object[] oldRow, Object[] newRow) {
	}

}
