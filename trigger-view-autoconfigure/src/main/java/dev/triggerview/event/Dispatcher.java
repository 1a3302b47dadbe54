package dev.triggerview.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.hibernate.FlushMode;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.AfterCompletionCallback;
import org.hibernate.event.spi.EventSource;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** The events of one session factory: who hears them, and what waits to be told. */
final class Dispatcher {

	private final Map<EntityPersister, EntityListeners<?>> listeners = new HashMap<>();

	private final Map<SharedSessionContractImplementor, SessionWork> work = new ConcurrentHashMap<>();

	private final int limit;

	Dispatcher(Iterable<EntityPersister> persisters, Listeners listeners, EventSettings settings) {
		this.limit = settings.limit();
		for (EntityPersister persister : persisters) {
			EntityListeners<?> own = new EntityListeners<>(persister, listeners);
			if (own.hears(Moment.values())) {
				this.listeners.put(persister, own);
			}
		}
	}

	/** Return whether anybody hears one of the moments for any entity. */
	boolean hears(Moment... moments) {
		return this.listeners.values().stream().anyMatch((listeners) -> listeners.hears(moments));
	}

	/**
	 * Return who hears an entity's events at one of the moments, null when nobody does.
	 */
	@SuppressWarnings("unchecked")
	@Nullable EntityListeners<Object> listeners(EntityPersister persister, Moment... moments) {
		EntityListeners<?> own = this.listeners.get(persister);
		return (own != null && own.hears(moments)) ? (EntityListeners<Object>) own : null;
	}

	SessionWork work(SharedSessionContractImplementor session) {
		return this.work.computeIfAbsent(session, this::begin);
	}

	/** Rows that were written and whose flush never came are forgotten at the end. */
	private SessionWork begin(SharedSessionContractImplementor session) {
		if (session instanceof EventSource stateful) {
			AfterCompletionCallback forget = (success, completed) -> forget(completed);
			stateful.getActionQueue().registerCallback(forget);
		}
		return new SessionWork();
	}

	@Nullable SessionWork workIfAny(SharedSessionContractImplementor session) {
		return this.work.get(session);
	}

	void forget(SharedSessionContractImplementor session) {
		this.work.remove(session);
	}

	/** The statements of a flush are executed, or the flush has failed. */
	void flushed(SharedSessionContractImplementor session, boolean done) {
		SessionWork own = workIfAny(session);
		if (own != null) {
			own.flushed();
			if (!done || !own.hasWritten() && !own.isDelivering()) {
				forget(session);
			}
		}
	}

	/**
	 * Tell before-listeners. Their queries must not flush: Hibernate is in the middle of
	 * a flush.
	 */
	void before(SharedSessionContractImplementor session, EntityListeners<Object> listeners, Moment moment,
			BeforeRowChange<Object> change) {
		if (session instanceof SessionImplementor stateful) {
			FlushMode mode = stateful.getHibernateFlushMode();
			stateful.setHibernateFlushMode(FlushMode.MANUAL);
			try {
				listeners.deliver(moment, change);
			}
			finally {
				stateful.setHibernateFlushMode(mode);
			}
		}
		else {
			listeners.deliver(moment, change);
		}
	}

	/** Take a written row: it is told at the end of the flush, or at once without one. */
	void written(SharedSessionContractImplementor session, AfterRowChange<?> change) {
		if (session instanceof SessionImplementor) {
			work(session).written(change);
		}
		else {
			session.getJdbcCoordinator().executeBatch();
			tell(change);
		}
	}

	/**
	 * Tell everything that was written, flush what the listeners changed, and so on until
	 * nothing new is written.
	 */
	void deliver(SharedSessionContractImplementor session, Runnable flush) {
		SessionWork own = workIfAny(session);
		if (own == null || own.isDelivering()) {
			return;
		}
		own.delivering(true);
		Chain chain = new Chain(this.limit);
		try {
			while (own.hasWritten()) {
				List<AfterRowChange<?>> written = own.takeWritten();
				chain.next(written);
				written.forEach(this::tell);
				flush.run();
			}
		}
		finally {
			forget(session);
		}
	}

	private void tell(AfterRowChange<?> change) {
		EntityListeners<?> own = this.listeners.get(change.state().model().persister());
		if (own != null) {
			own.deliver(change.moment(), change);
		}
	}

}
