package dev.triggerview.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rows of a flush, told together for each entity. */
final class Flushed {

	private Flushed() {
	}

	static boolean tell(List<AfterRowChange<?>> written, Function<AfterRowChange<?>, EntityListeners<?>> listeners) {
		Map<EntityListeners<?>, List<AfterRowChange<?>>> rows = new LinkedHashMap<>();
		for (AfterRowChange<?> change : written) {
			EntityListeners<?> own = listeners.apply(change);
			if (own.hears(Moment.FLUSHED)) {
				rows.computeIfAbsent(own, (key) -> new ArrayList<>()).add(change);
			}
		}
		rows.forEach(Flushed::tell);
		return !rows.isEmpty();
	}

	@SuppressWarnings("unchecked")
	private static <T> void tell(EntityListeners<T> listeners, List<AfterRowChange<?>> rows) {
		listeners.deliver(Moment.FLUSHED,
				new FlushedChanges<>(listeners.model().type(), (List<AfterRowChange<? extends T>>) (List<?>) rows));
	}

}
