package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;

import org.h2.api.Trigger;

/** What the bodies of {@link #create} do on H2, where a trigger is a Java class. */
public abstract class Tagging implements Trigger {

	@Override
	public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("insert into item_log (tag) values (?)")) {
			statement.setString(1, getClass().getSimpleName().toLowerCase(Locale.ROOT));
			statement.executeUpdate();
		}
	}

	/** A change that creates a trigger that writes a tag for each inserted item. */
	static String create(String trigger, String tag, String attributes) {
		return create(trigger, "INSERT", tag, attributes);
	}

	static String create(String trigger, String events, String tag, String attributes) {
		return """
				createTrigger: { triggerName: %s, tableName: item, timing: AFTER, events: '%s', %s
				  body: "INSERT INTO item_log (tag) VALUES ('%s')",
				  variants: [ { variant: { dbms: h2, javaClass: '%s$%s' } } ] }"""
			.formatted(trigger, events, attributes.isEmpty() ? "" : attributes + ",", tag, Tagging.class.getName(),
					tag.substring(0, 1).toUpperCase(Locale.ROOT) + tag.substring(1))
			.replace("\n", " ");
	}

	/** Writes its own name. */
	public static class First extends Tagging {

	}

	/** Writes its own name. */
	public static class Second extends Tagging {

	}

	/** Writes its own name. */
	public static class Third extends Tagging {

	}

}
