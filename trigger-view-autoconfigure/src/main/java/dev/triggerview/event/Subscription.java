package dev.triggerview.event;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * What a listener method declares to hear. The entity is covariant, as a trigger on the
 * table of a base class fires for the rows of its subclasses:
 * {@code AfterUpdate<Account>} covers {@code AfterUpdate<SavingsAccount>}.
 *
 * @param events the event classes, or supertypes of them
 * @param entity the entity, a supertype or an interface of it
 */
record Subscription(List<Class<?>> events, Class<?> entity) {

	static Subscription of(Method method, Class<?> targetClass) {
		return new Subscription(declared(method), entity(method, targetClass));
	}

	/** Return whether a listener method hears our events and nothing else. */
	static boolean isOurs(Method method) {
		List<Class<?>> declared = declared(method);
		return !declared.isEmpty() && declared.stream().noneMatch((event) -> Moment.of(event).isEmpty());
	}

	boolean covers(ResolvableType event) {
		Class<?> raw = event.toClass();
		return covers(raw) && this.entity.isAssignableFrom(event.getGeneric(0).resolve(Object.class));
	}

	boolean covers(Moment moment, Class<?> entity) {
		return covers(moment.event()) && this.entity.isAssignableFrom(entity);
	}

	boolean covers(Class<?> event) {
		return this.events.stream().anyMatch((declared) -> declared.isAssignableFrom(event));
	}

	private static List<Class<?>> declared(Method method) {
		TriggerCondition trigger = TriggerCondition.of(method);
		if (trigger != null) {
			return trigger.events();
		}
		EventListener annotation = AnnotatedElementUtils.findMergedAnnotation(method, EventListener.class);
		if (annotation != null && annotation.classes().length > 0) {
			return List.of(annotation.classes());
		}
		return Arrays.asList(method.getParameterTypes());
	}

	private static Class<?> entity(Method method, Class<?> targetClass) {
		if (method.getParameterCount() == 0) {
			return Object.class;
		}
		// Every event has the entity as its only type parameter.
		return ResolvableType.forMethodParameter(method, 0, targetClass).getGeneric(0).resolve(Object.class);
	}

}
