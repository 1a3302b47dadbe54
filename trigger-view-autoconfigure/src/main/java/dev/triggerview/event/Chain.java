package dev.triggerview.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rounds of one flush: what listeners changed, what the listeners of that changed.
 */
final class Chain {

	private final int limit;

	private final List<Set<Object>> rounds = new ArrayList<>();

	Chain(int limit) {
		this.limit = limit;
	}

	/**
	 * Begin a round.
	 * @param changes what listeners are about to be told
	 * @param kind returns the kind of a change, which describes itself with its listeners
	 */
	<C> void next(Collection<C> changes, Function<C, Object> kind) {
		if (this.rounds.size() == this.limit) {
			throw new EventLimitException(this.limit, this.rounds.stream().map(Chain::describe).toList());
		}
		Set<Object> round = new LinkedHashSet<>();
		Object last = null;
		for (C change : changes) {
			Object next = kind.apply(change);
			if (next != last) {
				round.add(next);
				last = next;
			}
		}
		this.rounds.add(round);
	}

	private static String describe(Set<Object> round) {
		return round.stream().map(Object::toString).collect(Collectors.joining(" and "));
	}

}
