package dev.triggerview.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What several changes of the same rows come to. */
final class NetEffect {

	private final Map<Key, AfterRowChange<?>> changes;

	private NetEffect(int size) {
		this.changes = new LinkedHashMap<>(size * 4 / 3 + 1);
	}

	static List<AfterRowChange<?>> of(List<AfterRowChange<?>> changes) {
		NetEffect effect = new NetEffect(changes.size());
		changes.forEach(effect::add);
		return new ArrayList<>(effect.changes.values());
	}

	private void add(AfterRowChange<?> change) {
		this.changes.merge(new Key(change.state().model(), change.id()), change, NetEffect::merge);
	}

	/**
	 * Whether there was a row before tells the first change, whether there is one now the
	 * last.
	 */
	@SuppressWarnings("unchecked")
	private static <T> @Nullable AfterRowChange<T> merge(AfterRowChange<T> first, AfterRowChange<?> last) {
		boolean before = first.operation() != Operation.INSERT;
		boolean after = last.operation() != Operation.DELETE;
		RowState<T> state = ((RowState<T>) last.state()).since(before ? first.state().old() : null);
		if (before && after) {
			return (state.old() != null && state.changed().isEmpty()) ? null : new AfterUpdate<>(state);
		}
		if (before) {
			return new AfterDelete<>(state);
		}
		return after ? new AfterInsert<>(state) : null;
	}

	private record Key(EntityModel<?> model, Object id) {
	}

}
