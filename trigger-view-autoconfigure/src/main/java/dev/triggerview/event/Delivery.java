package dev.triggerview.event;

import org.springframework.core.ResolvableTypeProvider;

/** The way of one kind of event to its listeners. */
@FunctionalInterface
interface Delivery {

	void deliver(ResolvableTypeProvider event);

}
