package dev.triggerview.liquibase;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a text from a changelog, which end with a line feed however the file was
 * checked out: a database keeps what it is sent, but the clients of MariaDB, MySQL,
 * SQLite and HSQLDB take carriage returns out of a script, so that what is declared would
 * become another text there than by an update.
 */
final class LineEnds {

	private LineEnds() {
	}

	static String of(String text) {
		return (text.indexOf('\r') < 0) ? text : text.replace("\r\n", "\n").replace('\r', '\n');
	}

	static @Nullable String ofNullable(@Nullable String text) {
		return (text != null) ? of(text) : null;
	}

}
