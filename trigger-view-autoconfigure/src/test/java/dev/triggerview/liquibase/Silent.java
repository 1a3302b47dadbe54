package dev.triggerview.liquibase;

import java.sql.Connection;

/** A trigger of H2 that does nothing. */
public final class Silent implements org.h2.api.Trigger {

	@Override
	public void fire(Connection connection, Object[] oldRow, Object[] newRow) {
	}

}
