package dev.triggerview.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a flush, told together for each entity. */
final class Flushed {

	private Flushed() {
	}

	static boolean tell(List<WrittenRows> written) {
		Map<EntityListeners<?>, List<AfterRowChange<?>>> rows = new LinkedHashMap<>();
		for (WrittenRows own : written) {
			if (own.kind().listeners().hears(Moment.FLUSHED)) {
				rows.computeIfAbsent(own.kind().listeners(), (key) -> new ArrayList<>()).addAll(own.rows());
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
