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
		Map<EntityListeners<?>, List<WrittenRows>> heard = new LinkedHashMap<>();
		for (WrittenRows rows : written) {
			if (rows.kind().listeners().hears(Moment.FLUSHED)) {
				heard.computeIfAbsent(rows.kind().listeners(), (key) -> new ArrayList<>()).add(rows);
			}
		}
		heard.forEach((listeners, rows) -> tell(listeners, WrittenRows.join(rows)));
		return !heard.isEmpty();
	}

	@SuppressWarnings("unchecked")
	private static <T> void tell(EntityListeners<T> listeners, List<AfterRowChange<?>> rows) {
		listeners.deliver(Moment.FLUSHED,
				new FlushedChanges<>(listeners.model().type(), (List<AfterRowChange<? extends T>>) (List<?>) rows));
	}

}
