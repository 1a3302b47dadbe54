package dev.triggerview.event;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListenerFactory;
import org.springframework.core.Ordered;

/**
 * Takes {@code @EventListener} methods for our events over from Spring's default factory.
 * Methods that belong to a transaction phase are left to their own factory, which comes
 * before this one.
 */
public final class ListenerMethodFactory implements EventListenerFactory, BeanFactoryAware, Ordered {

	private final List<ListenerMethod> methods = new CopyOnWriteArrayList<>();

	private @Nullable BeanFactory beanFactory;

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public int getOrder() {
		return 60;
	}

	@Override
	public boolean supportsMethod(Method method) {
		return Subscription.isOurs(method);
	}

	@Override
	public ApplicationListener<?> createApplicationListener(String beanName, Class<?> type, Method method) {
		BeanFactory beans = this.beanFactory;
		ListenerMethod listener = new ListenerMethod(beanName, type, method,
				() -> beans != null && beans.isSingleton(beanName));
		this.methods.add(listener);
		return listener;
	}

	List<ListenerMethod> methods() {
		return this.methods;
	}

}
