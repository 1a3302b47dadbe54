package dev.triggerview.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.triggerview.trigger.RelationKind;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog query tells about a view itself, in one row.
 *
 * @param name its name
 * @param kind what it is
 * @param definition its query
 * @param writable what the database itself passes on to a table
 * @param insteadOf the events of its triggers
 */
record CatalogView(RelationName name, RelationKind kind, @Nullable String definition, Set<TriggerEvent> writable,
		Set<TriggerEvent> insteadOf) {

	private static final Pattern EVENT = Pattern.compile("\\b(INSERT|UPDATE|DELETE)\\b", Pattern.CASE_INSENSITIVE);

	static CatalogView of(RelationName name, ResultSet row) throws SQLException {
		return new CatalogView(name, RelationKind.valueOf(row.getString("kind").strip()), row.getString("definition"),
				events(row.getString("writable")), events(row.getString("instead_of")));
	}

	private static Set<TriggerEvent> events(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return Set.of();
		}
		Set<TriggerEvent> events = EnumSet.noneOf(TriggerEvent.class);
		Matcher matcher = EVENT.matcher(text);
		while (matcher.find()) {
			events.add(TriggerEvent.valueOf(matcher.group().toUpperCase(Locale.ROOT)));
		}
		return events;
	}

}
