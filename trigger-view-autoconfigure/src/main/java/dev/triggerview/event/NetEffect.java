package dev.triggerview.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What several changes of the same rows come to. */
final class NetEffect {

	private final Map<Key, AfterRowChange<?>> changes = new LinkedHashMap<>();

	private NetEffect() {
	}

	static List<AfterRowChange<?>> of(List<AfterRowChange<?>> changes) {
		if (areOfDifferentRows(changes)) {
			return new ArrayList<>(changes);
		}
		NetEffect effect = new NetEffect();
		changes.forEach(effect::add);
		return new ArrayList<>(effect.changes.values());
	}

	/** Most transactions write each row once, which is found out for less. */
	private static boolean areOfDifferentRows(List<AfterRowChange<?>> changes) {
		Map<EntityModel<?>, Set<Object>> rows = new IdentityHashMap<>();
		EntityModel<?> model = null;
		Set<Object> ids = Set.of();
		for (AfterRowChange<?> change : changes) {
			if (change.model() != model) {
				model = change.model();
				ids = rows.computeIfAbsent(model, (key) -> new HashSet<>());
			}
			if (!ids.add(change.model().identity(change.id()))) {
				return false;
			}
		}
		return true;
	}

	private void add(AfterRowChange<?> change) {
		this.changes.merge(new Key(change.model(), change.model().identity(change.id())), change, NetEffect::merge);
	}

	/**
	 * Whether there was a row before tells the first change, whether there is one now the
	 * last.
	 */
	private static @Nullable AfterRowChange<?> merge(AfterRowChange<?> first, AfterRowChange<?> last) {
		boolean before = first.operation() != Operation.INSERT;
		boolean after = last.operation() != Operation.DELETE;
		if (!before) {
			return after ? last.as(Operation.INSERT, null) : null;
		}
		AfterRowChange<?> both = last.as(after ? Operation.UPDATE : Operation.DELETE, first.oldValues());
		return (after && both.oldValues() != null && both.changed().isEmpty()) ? null : both;
	}

	private record Key(EntityModel<?> model, Object id) {
	}

}
