package dev.triggerview.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rounds of one flush: what listeners changed, what the listeners of that changed.
 */
final class Chain {

	private final int limit;

	private final List<String> rounds = new ArrayList<>();

	Chain(int limit) {
		this.limit = limit;
	}

	void next(Collection<? extends RowChange<?>> changes) {
		if (this.rounds.size() == this.limit) {
			throw new EventLimitException(this.limit, this.rounds);
		}
		this.rounds.add(changes.stream()
			.map((change) -> change.getClass().getSimpleName() + "<" + change.entityType().getSimpleName() + ">")
			.distinct()
			.collect(Collectors.joining(" and ")));
	}

}
