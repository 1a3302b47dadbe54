package dev.triggerview.event;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.expression.ParseException;
import org.springframework.util.StringUtils;

/** What an {@link EntityTrigger} says beside the parameter of its method. */
final class TriggerCondition {

	private final String method;

	private final EntityTrigger trigger;

	private final Set<Moment> moments;

	private final @Nullable TriggerExpression when;

	private TriggerCondition(Method method, EntityTrigger trigger) {
		this.method = method.getDeclaringClass().getName() + "." + method.getName();
		this.trigger = trigger;
		this.moments = moments(method);
		this.when = StringUtils.hasText(trigger.when()) ? parse(trigger.when()) : null;
		checkCombination();
	}

	static @Nullable TriggerCondition of(Method method) {
		EntityTrigger trigger = AnnotatedElementUtils.findMergedAnnotation(method, EntityTrigger.class);
		return (trigger != null) ? new TriggerCondition(method, trigger) : null;
	}

	/** Return the event classes for which the method is called. */
	List<Class<?>> events() {
		return this.moments.stream().<Class<?>>map(Moment::event).toList();
	}

	int order() {
		return this.trigger.order();
	}

	boolean matches(RowChange<?> change) {
		return isOf(change) && (this.when == null || this.when.isTrue(change));
	}

	private boolean isOf(RowChange<?> change) {
		return this.trigger.of().length == 0 || change.operation() != Operation.UPDATE
				|| Arrays.stream(this.trigger.of()).anyMatch(change::changed);
	}

	/** Refuse properties that an entity does not have. */
	void check(EntityModel<?> model) {
		try {
			Arrays.stream(this.trigger.of()).forEach(model::require);
			if (this.when != null) {
				this.when.properties((row, path) -> model.requireReadable(path));
			}
		}
		catch (IllegalArgumentException ex) {
			throw invalid(String.valueOf(ex.getMessage()));
		}
	}

	InvalidEntityTriggerException invalid(String reason) {
		return new InvalidEntityTriggerException(this.method, reason);
	}

	private Set<Moment> moments(Method method) {
		if (method.getParameterCount() != 1 || !RowChange.class.isAssignableFrom(method.getParameterTypes()[0])) {
			throw invalid("its only parameter must be a " + RowChange.class.getSimpleName() + " or a subclass of it");
		}
		Set<Moment> moments = EnumSet.noneOf(Moment.class);
		Moment.of(method.getParameterTypes()[0]).stream().filter(this::isSelected).forEach(moments::add);
		if (moments.isEmpty()) {
			throw invalid("no " + method.getParameterTypes()[0].getSimpleName() + " has timing "
					+ Arrays.toString(this.trigger.timing()) + " and event " + Arrays.toString(this.trigger.events()));
		}
		return moments;
	}

	/** A row moment's name is its timing and its operation. */
	private boolean isSelected(Moment moment) {
		return (this.trigger.timing().length == 0
				|| Arrays.stream(this.trigger.timing()).anyMatch((timing) -> moment.name().startsWith(timing.name())))
				&& (this.trigger.events().length == 0 || Arrays.stream(this.trigger.events())
					.anyMatch((event) -> moment.name().endsWith(event.name())));
	}

	private TriggerExpression parse(String when) {
		try {
			return new TriggerExpression(when);
		}
		catch (ParseException ex) {
			throw invalid("the condition '" + when + "' is no expression: " + ex.getMessage());
		}
	}

	private void checkCombination() {
		if (this.trigger.of().length > 0 && only(Operation.INSERT, Operation.DELETE)) {
			throw invalid("'of' narrows updates, and it is called for none");
		}
		if (this.when != null) {
			this.when.properties((row, path) -> {
				if (only(row.equals("old") ? Operation.INSERT : Operation.DELETE)) {
					throw invalid("the condition reads the " + row + " row, which the operation does not have");
				}
			});
		}
	}

	private boolean only(Operation... operations) {
		return this.moments.stream()
			.allMatch((moment) -> Arrays.stream(operations)
				.anyMatch((operation) -> moment.name().endsWith(operation.name())));
	}

}
