package dev.triggerview.event;

import java.util.List;
import java.util.function.Consumer;

import org.springframework.core.ResolvableTypeProvider;

/**
 * The way of one kind of event to its listeners.
 *
 * @param listeners the methods that are called, for messages
 * @param way calls them
 */
record Delivery(List<String> listeners, Consumer<ResolvableTypeProvider> way) {

	static Delivery to(List<ListenerMethod> methods) {
		ListenerMethod[] direct = methods.toArray(ListenerMethod[]::new);
		return new Delivery(methods.stream().map(ListenerMethod::name).toList(), (event) -> {
			for (ListenerMethod method : direct) {
				method.deliver(event);
			}
		});
	}

	void deliver(ResolvableTypeProvider event) {
		this.way.accept(event);
	}

}
