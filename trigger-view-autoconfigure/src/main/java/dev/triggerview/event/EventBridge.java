package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;

import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.util.ClassUtils;

/**
 * Connects every entity manager factory of an application context with the listeners of
 * the context. Listeners are known when all singletons are, as for every event of Spring;
 * a factory that comes later is connected when it comes.
 */
public final class EventBridge implements BeanPostProcessor, SmartInitializingSingleton {

	private final ApplicationContext context;

	private final ListenerMethodFactory methods;

	private final Supplier<EventSettings> settings;

	private final Set<SessionFactoryImplementor> waiting = new CopyOnWriteArraySet<>();

	private volatile @Nullable Listeners listeners;

	/**
	 * @param context the context whose listeners are told
	 * @param methods where the context's listener methods arrive
	 * @param settings the settings, asked for when the listeners are known
	 */
	public EventBridge(ApplicationContext context, ListenerMethodFactory methods, Supplier<EventSettings> settings) {
		this.context = context;
		this.methods = methods;
		this.settings = settings;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof AbstractEntityManagerFactoryBean factory) {
			factory.getJpaPropertyMap().compute(JpaSettings.INTEGRATOR_PROVIDER, (key, provider) -> with(provider));
		}
		return bean;
	}

	@Override
	public void afterSingletonsInstantiated() {
		synchronized (this.waiting) {
			this.listeners = new Listeners(this.context, this.methods.methods());
			this.waiting.forEach((factory) -> connect(factory, this.listeners));
			this.waiting.clear();
		}
	}

	private void created(SessionFactoryImplementor factory) {
		synchronized (this.waiting) {
			if (this.listeners != null) {
				connect(factory, this.listeners);
			}
			else {
				this.waiting.add(factory);
			}
		}
	}

	private void connect(SessionFactoryImplementor factory, Listeners known) {
		List<EntityPersister> persisters = new ArrayList<>();
		factory.getMappingMetamodel().forEachEntityDescriptor(persisters::add);
		Dispatcher dispatcher = new Dispatcher(persisters, known, this.settings.get());
		new HibernateListeners(factory, dispatcher).register();
	}

	/** Add to the integrators that somebody else provides. */
	private IntegratorProvider with(@Nullable Object existing) {
		List<Integrator> integrators = new ArrayList<>();
		if (existing != null) {
			integrators.addAll(provider(existing).getIntegrators());
		}
		integrators.add(new Registration());
		return () -> integrators;
	}

	private static IntegratorProvider provider(Object setting) {
		if (setting instanceof IntegratorProvider provider) {
			return provider;
		}
		Class<?> type = (setting instanceof Class<?> given) ? given
				: ClassUtils.resolveClassName(setting.toString(), null);
		return (IntegratorProvider) BeanUtils.instantiateClass(type);
	}

	private final class Registration implements Integrator {

		@Override
		public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
			factory.addObserver(new SessionFactoryObserver() {

				private static final long serialVersionUID = 1L;

				@Override
				public void sessionFactoryCreated(SessionFactory created) {
					EventBridge.this.created((SessionFactoryImplementor) created);
				}

			});
		}

	}

}
