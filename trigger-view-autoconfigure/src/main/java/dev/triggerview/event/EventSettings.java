package dev.triggerview.event;

/**
 * How the bridge behaves.
 *
 * @param limit how often the listeners of one flush may change rows because of changes of
 * listeners, at least 1
 * @param bulk what bulk statements do on the tables of entities with listeners
 * @param bulkIds whether to ask for the identifiers of the rows that they write
 */
public record EventSettings(int limit, BulkMode bulk, boolean bulkIds) {

	public EventSettings {
		if (limit < 1) {
			throw new IllegalArgumentException("limit is " + limit + ", but must be at least 1");
		}
	}

}
