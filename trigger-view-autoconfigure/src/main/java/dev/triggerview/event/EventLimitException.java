package dev.triggerview.event;

import java.util.List;

/**
 * Thrown by a flush when the changes that listeners make keep firing listeners, up to the
 * limit of {@code trigger-view.events.limit}.
 */
public final class EventLimitException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	EventLimitException(int limit, List<String> rounds) {
		super("Listeners changed rows " + limit + " times in one flush, each time because of the change before: "
				+ String.join(" -> ", rounds)
				+ ". Change rows only where they differ, or raise trigger-view.events.limit");
	}

}
