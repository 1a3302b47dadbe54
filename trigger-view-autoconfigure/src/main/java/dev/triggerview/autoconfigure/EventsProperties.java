package dev.triggerview.autoconfigure;

import dev.triggerview.event.BulkMode;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rows that Hibernate writes become application events.
 *
 * @param enabled Whether to tell event listeners of the rows that Hibernate writes.
 * @param limit How often listeners of one flush may change rows because of changes of
 * listeners.
 * @param bulk Whether bulk statements on the tables of entities with listeners are told
 * of, refused or ignored.
 * @param bulkIds Whether to ask for the identifiers of the rows that a bulk statement
 * writes, which costs a query.
 */
@ConfigurationProperties("trigger-view.events")
public record EventsProperties(@DefaultValue("true") boolean enabled, @DefaultValue("16") int limit,
		@DefaultValue("publish") BulkMode bulk, @DefaultValue("false") boolean bulkIds) {
}
