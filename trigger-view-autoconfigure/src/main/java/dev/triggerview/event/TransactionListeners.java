package dev.triggerview.event;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** Tells listeners of the rows of a transaction: each of all rows that it asks for. */
final class TransactionListeners {

	private static final Log logger = LogFactory.getLog(TransactionListeners.class);

	private final Listeners listeners;

	private final Map<Moment, List<ListenerMethod>> methods = new EnumMap<>(Moment.class);

	TransactionListeners(Listeners listeners) {
		this.listeners = listeners;
		Moment.TRANSACTION.forEach((moment) -> this.methods.put(moment, listeners.methods(moment)));
	}

	/**
	 * Tell everybody and say whether there was anybody; what a listener throws passes.
	 */
	boolean tell(Moment moment, List<AfterRowChange<?>> changes) {
		List<Call> calls = calls(moment, changes);
		calls.forEach(Call::run);
		return !calls.isEmpty();
	}

	/**
	 * Tell everybody, whatever a listener throws, an Error too: the transaction is over,
	 * and the others are told all the same, as Spring does for its synchronizations.
	 */
	void tellSafely(Moment moment, List<AfterRowChange<?>> changes) {
		for (Call call : calls(moment, changes)) {
			try {
				call.run();
			}
			catch (Throwable ex) {
				logger.error(call.listener() + " threw after the transaction was over", ex);
				tellSafely(new ListenerFailed(call.listener(), call.event(), ex));
			}
		}
	}

	/** Whoever fails here must not keep the news of the transaction from the others. */
	private void tellSafely(ListenerFailed failure) {
		try {
			this.listeners.publish(failure);
		}
		catch (Throwable ex) {
			logger.error("A listener of ListenerFailed threw itself", ex);
		}
	}

	private List<Call> calls(Moment moment, List<AfterRowChange<?>> changes) {
		List<Call> calls = new ArrayList<>();
		for (ListenerMethod method : this.methods.getOrDefault(moment, List.of())) {
			List<AfterRowChange<?>> heard = of(method.entity(), changes);
			if (!heard.isEmpty()) {
				calls.add(new Call(method.toString(), event(moment, method.entity(), heard), method::deliver));
			}
		}
		entities(changes).stream()
			.filter((entity) -> this.listeners.isPublished(moment, entity))
			.forEach((entity) -> calls.add(new Call("A listener that Spring publishes to",
					event(moment, entity, of(entity, changes)), this.listeners::publish)));
		return calls;
	}

	/** Rows of one entity often follow one another. */
	private static Set<Class<?>> entities(List<AfterRowChange<?>> changes) {
		Set<Class<?>> entities = new LinkedHashSet<>();
		Class<?> last = null;
		for (AfterRowChange<?> change : changes) {
			if (change.entityType() != last) {
				last = change.entityType();
				entities.add(last);
			}
		}
		return entities;
	}

	private static List<AfterRowChange<?>> of(Class<?> entity, List<AfterRowChange<?>> changes) {
		return changes.stream().filter((change) -> entity.isAssignableFrom(change.entityType())).toList();
	}

	@SuppressWarnings("unchecked")
	private static <T> Changes<T> event(Moment moment, Class<T> entity, List<AfterRowChange<?>> changes) {
		List<AfterRowChange<? extends T>> typed = (List<AfterRowChange<? extends T>>) (List<?>) changes;
		return switch (moment) {
			case COMMITTING -> new ChangesCommitting<>(entity, typed);
			case COMMITTED -> new CommittedChanges<>(entity, typed);
			case ROLLED_BACK -> new RolledBackChanges<>(entity, typed);
			default -> throw new IllegalArgumentException(moment + " does not end a transaction");
		};
	}

	private record Call(String listener, Changes<?> event, Consumer<Changes<?>> way) {

		void run() {
			this.way.accept(this.event);
		}

	}

}
