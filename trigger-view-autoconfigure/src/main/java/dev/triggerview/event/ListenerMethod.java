package dev.triggerview.event;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.ResolvableTypeProvider;
import org.springframework.util.StringUtils;

/**
 * An {@code @EventListener} method for our events. Spring keeps its condition, order and
 * result; we call it without asking every listener of the context for each row.
 */
final class ListenerMethod extends ApplicationListenerMethodAdapter {

	private final Subscription subscription;

	private final @Nullable TriggerCondition trigger;

	private final boolean takesEvent;

	private final BooleanSupplier singleton;

	private @Nullable Object bean;

	/**
	 * @param singleton returns whether the bean is the same at each call
	 */
	ListenerMethod(String beanName, Class<?> targetClass, Method method, BooleanSupplier singleton) {
		super(beanName, targetClass, method);
		this.singleton = singleton;
		this.subscription = Subscription.of(method, targetClass);
		this.trigger = TriggerCondition.of(method);
		this.takesEvent = method.getParameterCount() == 1;
	}

	/** Return the class and method that a developer looks for. */
	String name() {
		return getTargetMethod().getDeclaringClass().getSimpleName() + "." + getTargetMethod().getName();
	}

	boolean covers(Moment moment, Class<?> entity) {
		return this.subscription.covers(moment, entity);
	}

	boolean covers(Moment moment) {
		return this.subscription.covers(moment.event());
	}

	Class<?> entity() {
		return this.subscription.entity();
	}

	/**
	 * Refuse a trigger that names what its entities do not have.
	 * @param models all entities
	 */
	void check(Collection<EntityModel<?>> models) {
		if (this.trigger != null) {
			List<EntityModel<?>> own = models.stream()
				.filter((model) -> entity().isAssignableFrom(model.type()))
				.toList();
			if (own.isEmpty()) {
				throw this.trigger.invalid(entity().getName() + " is no entity, nor a supertype of one");
			}
			own.forEach(this.trigger::check);
		}
	}

	@Override
	public int getOrder() {
		return (this.trigger != null && this.trigger.order() != Ordered.LOWEST_PRECEDENCE) ? this.trigger.order()
				: super.getOrder();
	}

	/** A bean that stays the same is not looked up for each row. */
	@Override
	protected Object getTargetBean() {
		Object known = this.bean;
		if (known == null) {
			known = super.getTargetBean();
			this.bean = this.singleton.getAsBoolean() ? known : null;
		}
		return known;
	}

	/** What a listener has set in the entity is in the row that the next one sees. */
	@Override
	protected @Nullable Object doInvoke(@Nullable Object... arguments) {
		Object result = super.doInvoke(arguments);
		if (arguments.length == 1 && arguments[0] instanceof BeforeWrite<?> write) {
			write.takeOver();
		}
		return result;
	}

	/** A listener is called where the row is written, whoever publishes. */
	@Override
	public boolean supportsAsyncExecution() {
		return false;
	}

	void deliver(ResolvableTypeProvider event) {
		if (!isTriggered(event)) {
			return;
		}
		if (StringUtils.hasText(getCondition())) {
			onApplicationEvent(new PayloadApplicationEvent<>(this, event, event.getResolvableType()));
		}
		else if (isDefaultExecution()) {
			Object result = doInvoke(arguments(event));
			if (result != null) {
				handleResult(result);
			}
		}
	}

	/**
	 * Where Spring publishes the events of an entity, it calls these methods too. What
	 * ends a transaction reaches them only from us, with all rows that they ask for.
	 */
	@Override
	public boolean supportsEventType(ResolvableType eventType) {
		ResolvableType event = eventType.as(PayloadApplicationEvent.class).getGeneric();
		boolean endsTransaction = Moment.TRANSACTION.stream()
			.anyMatch((moment) -> moment.event().isAssignableFrom(event.toClass()));
		return !endsTransaction && this.subscription.covers(event);
	}

	@Override
	protected @Nullable Object @Nullable [] resolveArguments(ApplicationEvent event) {
		return (event instanceof PayloadApplicationEvent<?> envelope && isTriggered(envelope.getPayload()))
				? arguments(envelope.getPayload()) : null;
	}

	private boolean isTriggered(Object event) {
		return this.trigger == null || event instanceof RowChange<?> change && this.trigger.matches(change);
	}

	private Object[] arguments(Object event) {
		return this.takesEvent ? new Object[] { event } : new Object[0];
	}

}
