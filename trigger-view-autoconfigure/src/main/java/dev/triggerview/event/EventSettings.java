package dev.triggerview.event;

/**
 * How the bridge behaves.
 *
 * @param limit how often the listeners of one flush may change rows because of changes of
 * listeners, at least 1
 * @param bulk what bulk statements do on the tables of entities with listeners
 */
public record EventSettings(int limit, BulkMode bulk) {

	public EventSettings {
		if (limit < 1) {
			throw new IllegalArgumentException("limit is " + limit + ", but must be at least 1");
		}
	}

}
