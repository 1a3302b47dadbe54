package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;

import jakarta.persistence.EntityManagerFactory;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
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
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ClassUtils;

/**
 * Connects every entity manager factory of an application context with the listeners of
 * the context. Listeners are known when all singletons are, as for every event of Spring;
 * a factory that comes later is connected when it comes.
 */
public final class EventBridge implements BeanPostProcessor, SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(EventBridge.class);

	private final ApplicationContext context;

	private final ListenerMethodFactory methods;

	private final Supplier<EventSettings> settings;

	private final Set<SessionFactoryImplementor> waiting = new CopyOnWriteArraySet<>();

	private final Map<SessionFactoryImplementor, Dispatcher> dispatchers = new ConcurrentHashMap<>();

	private final List<JpaTransactionManager> managers = new CopyOnWriteArrayList<>();

	private final Suppression suppression;

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
		EventBridge above = (context.getParent() != null)
				? context.getParent().getBeanProvider(EventBridge.class).getIfUnique() : null;
		this.suppression = (above != null) ? above.suppression : new Suppression();
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof AbstractEntityManagerFactoryBean factory) {
			factory.getJpaPropertyMap().compute(JpaSettings.INTEGRATOR_PROVIDER, (key, provider) -> with(provider));
		}
		return bean;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof JpaTransactionManager manager) {
			this.managers.add(manager);
			manager.addListener(new TransactionBoundary(manager, this::dispatcher));
		}
		return bean;
	}

	@Override
	public void afterSingletonsInstantiated() {
		synchronized (this.waiting) {
			Listeners known = new Listeners(this.context, this.methods.methods());
			this.listeners = known;
			this.waiting.forEach((factory) -> connect(factory, known));
			check(known);
			if (this.waiting.isEmpty() && known.isAny() && isBelowItsEntities()) {
				logger.warn("The listeners " + known + " hear nothing of the entities in a parent of their context:"
						+ " Spring's events go from a child to its parents and never down. Declare them in the parent");
			}
			this.waiting.clear();
		}
	}

	private boolean isBelowItsEntities() {
		ApplicationContext parent = this.context.getParent();
		return parent != null && this.context.getBeanNamesForType(EntityManagerFactory.class, true, false).length == 0
				&& BeanFactoryUtils.beanNamesForTypeIncludingAncestors(parent, EntityManagerFactory.class, true,
						false).length > 0;
	}

	/** Without entities there is nothing to check yet: their factory is lazy. */
	private void check(Listeners known) {
		List<EntityModel<?>> models = new ArrayList<>();
		this.waiting.forEach((factory) -> factory.getMappingMetamodel()
			.forEachEntityDescriptor((persister) -> models.add(new EntityModel<>(persister))));
		if (!models.isEmpty()) {
			known.check(models);
		}
	}

	/** Flush what the active transactions of this thread have changed. */
	void flush() {
		for (JpaTransactionManager manager : this.managers) {
			EntityManagerFactory factory = manager.getEntityManagerFactory();
			if (factory != null
					&& TransactionSynchronizationManager.getResource(factory) instanceof EntityManagerHolder holder
					&& holder.getEntityManager().isJoinedToTransaction()) {
				holder.getEntityManager().flush();
			}
		}
	}

	/**
	 * Return the properties of an entity.
	 * @param entity its name in Hibernate
	 */
	EntityModel<Object> model(String entity) {
		return this.context.getBeanProvider(EntityManagerFactory.class)
			.stream()
			.map((factory) -> factory.unwrap(SessionFactoryImplementor.class)
				.getMappingMetamodel()
				.findEntityDescriptor(entity))
			.filter(Objects::nonNull)
			.findFirst()
			.map(EntityModel<Object>::new)
			.orElseThrow(() -> new IllegalArgumentException("An event tells of " + entity
					+ ", which is no entity of this application: keep its class until all its events are handled"));
	}

	Suppression suppression() {
		return this.suppression;
	}

	private @Nullable Dispatcher dispatcher(EntityManagerFactory factory) {
		return this.dispatchers.isEmpty() ? null
				: this.dispatchers.get(factory.unwrap(SessionFactoryImplementor.class));
	}

	private @Nullable JpaTransactionManager manager(SessionFactoryImplementor sessionFactory) {
		return this.managers.stream().filter((manager) -> {
			EntityManagerFactory factory = manager.getEntityManagerFactory();
			return factory != null && factory.unwrap(SessionFactoryImplementor.class) == sessionFactory;
		}).findFirst().orElse(null);
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
		Dispatcher dispatcher = new Dispatcher(persisters, known, this.settings.get(), this.suppression,
				new OutsideTransaction(() -> manager(factory)));
		if (dispatcher.isHeard()) {
			this.dispatchers.put(factory, dispatcher);
			new HibernateListeners(factory, dispatcher, new BulkEvents(persisters, dispatcher, this.settings.get()))
				.register();
		}
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

				@Override
				public void sessionFactoryClosed(SessionFactory closed) {
					EventBridge.this.dispatchers.remove(closed);
				}

			});
		}

	}

}
