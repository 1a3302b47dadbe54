package dev.triggerview.event;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.core.ResolvableType;
import org.springframework.core.ResolvableTypeProvider;
import org.springframework.util.StringUtils;

/**
 * An {@code @EventListener} method for our events. Spring keeps its condition, order and
 * result; we call it without asking every listener of the context for each row.
 */
final class ListenerMethod extends ApplicationListenerMethodAdapter {

	private final Subscription subscription;

	private final boolean takesEvent;

	ListenerMethod(String beanName, Class<?> targetClass, Method method) {
		super(beanName, targetClass, method);
		this.subscription = Subscription.of(method, targetClass);
		this.takesEvent = method.getParameterCount() == 1;
	}

	boolean covers(Moment moment, Class<?> entity) {
		return this.subscription.covers(moment, entity);
	}

	void deliver(ResolvableTypeProvider event) {
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

	/** Where Spring publishes our events itself, it calls the same methods as we do. */
	@Override
	public boolean supportsEventType(ResolvableType eventType) {
		return this.subscription.covers(eventType.as(PayloadApplicationEvent.class).getGeneric());
	}

	@Override
	protected @Nullable Object @Nullable [] resolveArguments(ApplicationEvent event) {
		return (event instanceof PayloadApplicationEvent<?> envelope) ? arguments(envelope.getPayload()) : null;
	}

	private Object[] arguments(Object event) {
		return this.takesEvent ? new Object[] { event } : new Object[0];
	}

}
