package dev.triggerview.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.context.event.GenericApplicationListenerAdapter;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.transaction.event.TransactionalApplicationListener;

/** Everybody in an application context who hears our events. */
final class Listeners {

	private static final Set<Moment> AFTER_TRANSACTION = Set.of(Moment.COMMITTED, Moment.ROLLED_BACK);

	private final ApplicationContext context;

	/** Those of the context itself. */
	private final List<ListenerMethod> own;

	/** Those of its parents too, whom Spring's events of a child reach. */
	private final List<ListenerMethod> methods;

	/** Listeners that we do not call ourselves: Spring has to publish to them. */
	private final List<GenericApplicationListener> others = new ArrayList<>();

	private final Map<Kind, Boolean> published = new ConcurrentHashMap<>();

	Listeners(ApplicationContext context, Collection<ListenerMethod> methods) {
		this.context = context;
		this.own = List.copyOf(methods);
		this.methods = new ArrayList<>(methods);
		for (ApplicationContext level = context; level != null; level = level.getParent()) {
			collect(level);
		}
		AnnotationAwareOrderComparator.sort(this.methods);
	}

	/** Return how an event reaches those who hear it, null when nobody does. */
	@Nullable Delivery delivery(Moment moment, Class<?> entity) {
		if (isPublished(moment, entity)) {
			return new Delivery(List.of(), this::publish);
		}
		List<ListenerMethod> direct = methods(moment, entity);
		return direct.isEmpty() ? null : Delivery.to(direct);
	}

	/** Return the methods that hear of an entity, in their order. */
	List<ListenerMethod> methods(Moment moment, Class<?> entity) {
		return this.methods.stream().filter((method) -> method.covers(moment, entity)).toList();
	}

	/** Return the methods that hear of any entity, in their order. */
	List<ListenerMethod> methods(Moment moment) {
		return this.methods.stream().filter((method) -> method.covers(moment)).toList();
	}

	/** Return whether somebody hears whom only Spring can reach. */
	boolean isPublished(Moment moment, Class<?> entity) {
		return this.published.computeIfAbsent(new Kind(moment, entity), this::isPublished);
	}

	private boolean isPublished(Kind kind) {
		ResolvableType event = envelope(ResolvableType.forClassWithGenerics(kind.moment().event(), kind.entity()));
		List<GenericApplicationListener> hearing = this.others.stream()
			.filter((listener) -> listener.supportsEventType(event))
			.toList();
		if (AFTER_TRANSACTION.contains(kind.moment())) {
			hearing.forEach((listener) -> requireReachable(listener, kind));
		}
		return !hearing.isEmpty();
	}

	/** Spring drops what comes after the transaction that a listener waits for. */
	private static void requireReachable(GenericApplicationListener listener, Kind kind) {
		if (listener instanceof TransactionalApplicationListener<?> transactional
				&& Stream.of(Moment.FLUSHED, Moment.COMMITTING)
					.map((moment) -> envelope(ResolvableType.forClassWithGenerics(moment.event(), kind.entity())))
					.noneMatch(listener::supportsEventType)) {
			throw new UnreachableListenerException(transactional.getListenerId(), kind.moment().event());
		}
	}

	/** Return whether the context has listeners of ours at all. */
	boolean isAny() {
		return !this.own.isEmpty();
	}

	@Override
	public String toString() {
		return this.own.toString();
	}

	/** Refuse triggers that name what there is not among all entities. */
	void check(Collection<EntityModel<?>> models) {
		this.own.forEach((method) -> method.check(models));
	}

	void publish(Object event) {
		this.context.publishEvent(event);
		if (event instanceof BeforeWrite<?> write) {
			write.takeOver();
		}
	}

	private void collect(ApplicationContext level) {
		if (level instanceof AbstractApplicationContext source) {
			for (ApplicationListener<?> listener : source.getApplicationListeners()) {
				if (listener instanceof ListenerMethod method && level != this.context) {
					this.methods.add(method);
				}
				GenericApplicationListener generic = (listener instanceof GenericApplicationListener alreadyGeneric)
						? alreadyGeneric : new GenericApplicationListenerAdapter(listener);
				if (!(listener instanceof ListenerMethod) && !hearsEverything(generic)) {
					this.others.add(generic);
				}
			}
		}
	}

	/** A listener for all events of an application does not make us publish each row. */
	private static boolean hearsEverything(GenericApplicationListener listener) {
		return listener.supportsEventType(envelope(ResolvableType.forClass(Listeners.class)));
	}

	private static ResolvableType envelope(ResolvableType event) {
		return ResolvableType.forClassWithGenerics(PayloadApplicationEvent.class, event);
	}

	private record Kind(Moment moment, Class<?> entity) {
	}

}
