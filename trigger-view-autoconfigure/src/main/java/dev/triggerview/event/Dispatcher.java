package dev.triggerview.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import dev.triggerview.event.EntityListeners.Kind;
import org.hibernate.FlushMode;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.AfterCompletionCallback;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback;
import org.hibernate.event.spi.AbstractDatabaseOperationEvent;
import org.hibernate.event.spi.EventSource;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** The events of one session factory: who hears them, and what waits to be told. */
final class Dispatcher {

	private final Map<EntityPersister, EntityListeners<?>> listeners = new HashMap<>();

	private final Map<SharedSessionContractImplementor, SessionWork> work = new ConcurrentHashMap<>();

	private final Suppression suppression;

	private final TransactionEvents transactions;

	private final int limit;

	private final boolean hearsUndecided;

	private final Untouched untouched;

	Dispatcher(Iterable<EntityPersister> persisters, Listeners listeners, EventSettings settings,
			Suppression suppression, OutsideTransaction outside) {
		this.suppression = suppression;
		this.limit = settings.limit();
		this.untouched = new Untouched(persisters);
		for (EntityPersister persister : persisters) {
			EntityListeners<?> own = new EntityListeners<>(persister, listeners);
			if (own.isHeard()) {
				this.listeners.put(persister, own);
			}
		}
		this.hearsUndecided = this.listeners.values().stream().anyMatch(EntityListeners::hearsUndecided);
		this.transactions = new TransactionEvents(new TransactionListeners(listeners), outside, this.limit,
				this.listeners.values().stream().anyMatch((own) -> own.hears(Moment.COMMITTING)));
	}

	/** Return whether anybody hears anything. */
	boolean isHeard() {
		return !this.listeners.isEmpty();
	}

	/**
	 * Return whether a listener may write, or refuse, what a transaction is about to
	 * commit.
	 */
	boolean hearsUndecided() {
		return this.hearsUndecided;
	}

	/** Return whether the rows of a moment matter to anybody, be it later. */
	boolean needs(Moment moment) {
		return this.listeners.values().stream().anyMatch((own) -> own.needs(moment));
	}

	/** Return whether anybody hears of entities that are updated without being loaded. */
	boolean hearsOfUnloaded() {
		return this.listeners.keySet().stream().anyMatch(UnloadedReference::isPossible);
	}

	/** Return who hears of an entity now, null when nobody does. */
	@SuppressWarnings("unchecked")
	@Nullable EntityListeners<Object> listeners(EntityPersister persister) {
		EntityListeners<?> own = this.listeners.get(persister);
		return (own != null && !this.suppression.covers(own.model().type())) ? (EntityListeners<Object>) own : null;
	}

	TransactionEvents transactions() {
		return this.transactions;
	}

	SessionWork work(SharedSessionContractImplementor session) {
		SessionWork own = this.work.get(session);
		if (own != null) {
			return own;
		}
		if (!session.isTransactionInProgress()) {
			// Nobody tells of sessions without a transaction that were closed meanwhile.
			this.work.keySet().removeIf(SharedSessionContractImplementor::isClosed);
		}
		return this.work.computeIfAbsent(session, this::begin);
	}

	/** Rows whose flush never came, as those of identity columns, are told at the end. */
	private SessionWork begin(SharedSessionContractImplementor session) {
		if (session.isTransactionInProgress()) {
			BeforeCompletionCallback tell = (completing) -> deliver(completing, () -> {
			});
			session.getTransactionCompletionCallbacks().registerCallback(tell);
			AfterCompletionCallback forget = (success, completed) -> forget(completed);
			session.getTransactionCompletionCallbacks().registerCallback(forget);
		}
		return new SessionWork();
	}

	@Nullable SessionWork workIfAny(SharedSessionContractImplementor session) {
		return this.work.get(session);
	}

	private void forget(SharedSessionContractImplementor session) {
		this.work.remove(session);
	}

	/** Return whether a flush right after another one would find anything. */
	boolean isTouched(EventSource session) {
		return !this.untouched.is(session);
	}

	/** Nothing can change until the commit: its own flush has nothing to find. */
	void settled(SharedSessionContractImplementor session) {
		work(session).settled();
	}

	/** Return whether nothing can have changed since the last flush, and forget it. */
	boolean takeSettled(SharedSessionContractImplementor session) {
		SessionWork own = workIfAny(session);
		return own != null && own.takeSettled();
	}

	/** The statements of a flush are executed, or the flush has failed. */
	void flushed(SharedSessionContractImplementor session, boolean done) {
		SessionWork own = workIfAny(session);
		if (own != null) {
			own.flushed();
			if (!done || !own.hasWritten() && !own.hasToldBefore() && !own.isDelivering()) {
				forget(session);
			}
		}
	}

	/** Tell before-listeners, and hear no more of them. */
	void before(SharedSessionContractImplementor session, EntityListeners<Object> listeners, Moment moment,
			BeforeRowChange<Object> change) {
		try {
			if (session instanceof EventSource stateful) {
				before(stateful, listeners, moment, change);
			}
			else {
				listeners.deliver(moment, change);
			}
		}
		finally {
			change.close();
		}
	}

	/** Their queries must not flush: Hibernate is in the middle of a flush. */
	private void before(EventSource session, EntityListeners<Object> listeners, Moment moment,
			BeforeRowChange<Object> change) {
		FlushMode mode = session.getHibernateFlushMode();
		SessionWork own = work(session);
		BeforeRowChange<?> outer = own.tellingBefore();
		int insertions = session.getActionQueue().numberOfInsertions();
		session.setHibernateFlushMode(FlushMode.MANUAL);
		own.tellingBefore(change);
		own.toldBefore(listeners.kind(moment));
		try {
			listeners.deliver(moment, change);
			// To merge what is new inserts it without persisting it first.
			requireNotExecuting(session, Operation.INSERT,
					() -> session.getActionQueue().numberOfInsertions() > insertions);
		}
		finally {
			own.tellingBefore(outer);
			session.setHibernateFlushMode(mode);
		}
	}

	/** Refuse a flush within a flush. */
	void requireNoBeforeListener(SharedSessionContractImplementor session) {
		SessionWork own = workIfAny(session);
		BeforeRowChange<?> change = (own != null) ? own.tellingBefore() : null;
		if (change != null) {
			throw tooEarly(change, "flushes");
		}
	}

	/** Refuse to add to the inserts or deletes that Hibernate is executing. */
	void requireNotExecuting(SharedSessionContractImplementor session, Operation operation, BooleanSupplier adds) {
		SessionWork own = workIfAny(session);
		BeforeRowChange<?> change = (own != null) ? own.tellingBefore() : null;
		if (change != null && change.operation() == operation && !change.isBeforeFlush() && adds.getAsBoolean()) {
			throw tooEarly(change, (operation == Operation.INSERT) ? "persists" : "removes");
		}
	}

	private static IllegalStateException tooEarly(BeforeRowChange<?> change, String does) {
		return new IllegalStateException("A listener of " + change + " " + does
				+ " in the middle of the flush that called it. Write in a listener of an after-event instead");
	}

	/**
	 * Write what before-listeners changed beside their rows: the flush that called them
	 * has passed it.
	 */
	void settleBefore(SharedSessionContractImplementor session, Runnable flush) {
		SessionWork own = workIfAny(session);
		if (own != null && own.hasToldBefore()) {
			Chain chain = new Chain(this.limit);
			for (; own != null && own.hasToldBefore(); own = workIfAny(session)) {
				chain.next(own.takeToldBefore(), Function.identity());
				flush.run();
			}
			if (own != null && !own.hasWritten() && !own.isDelivering()) {
				forget(session);
			}
		}
	}

	/** Take a written row: it is told at the end of the flush, or at once without one. */
	void written(AbstractDatabaseOperationEvent row, Operation operation, @Nullable Object @Nullable [] old,
			@Nullable Object @Nullable [] now) {
		SharedSessionContractImplementor session = row.getSession();
		WrittenRows rows = rows(session, row.getPersister(), operation);
		if (rows != null) {
			rows.add(row.getEntity(), row.getId(), old, now);
			if (rows.isToldAtOnce()) {
				tellAtOnce(session, rows);
			}
		}
	}

	/**
	 * Return the rows to which one that was written is added, null when nobody is told of
	 * it. Who hears it is decided once for all rows of a kind that follow one another.
	 */
	private @Nullable WrittenRows rows(SharedSessionContractImplementor session, EntityPersister persister,
			Operation operation) {
		SessionWork own = workIfAny(session);
		WrittenRows open = (own != null) ? own.open(persister, operation) : null;
		if (open != null && !this.suppression.isUsed()) {
			return open;
		}
		EntityListeners<Object> listeners = listeners(persister);
		if (listeners == null || !listeners.needs(Moment.after(operation))) {
			return null;
		}
		return (open != null) ? open : begin(session, listeners, operation);
	}

	/** What is written without a transaction is told as committed, when it is told. */
	private @Nullable WrittenRows begin(SharedSessionContractImplementor session, EntityListeners<Object> listeners,
			Operation operation) {
		Kind kind = listeners.kind(Moment.after(operation));
		boolean inTransaction = session.isTransactionInProgress();
		boolean ofTransaction = inTransaction && listeners.hearsTransaction();
		boolean ofFlush = !inTransaction || kind.isHeardInFlush();
		if (!ofTransaction && !ofFlush) {
			return null;
		}
		boolean hasFlush = session instanceof SessionImplementor;
		WrittenRows rows = new WrittenRows(kind, operation, Origin.of(listeners.model(), session), !hasFlush);
		if (ofTransaction) {
			this.transactions.begin(session, rows);
		}
		if (hasFlush) {
			work(session).begin(rows, ofFlush);
		}
		return rows;
	}

	/** Rows that wait for no flush are told as soon as the statement is executed. */
	private void tellAtOnce(SharedSessionContractImplementor session, WrittenRows rows) {
		if (rows.kind().isHeardInFlush()) {
			session.getJdbcCoordinator().executeBatch();
		}
		tell(session, List.of(rows));
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
				List<WrittenRows> written = own.takeWritten();
				chain.next(written, WrittenRows::kind);
				boolean heard = tell(session, written);
				for (CollectionChange<?> change : own.takeCollections()) {
					tell(change);
					heard = true;
				}
				if (heard) {
					flush.run();
				}
			}
		}
		finally {
			forget(session);
		}
	}

	/** Tell of a collection. */
	void tell(CollectionChange<?> change) {
		listeners(change.model()).deliver(Moment.COLLECTION, change);
	}

	/**
	 * Tell of rows, each by itself and then all of one entity; say whether anybody heard.
	 */
	private boolean tell(SharedSessionContractImplementor session, List<WrittenRows> written) {
		boolean heard = false;
		for (WrittenRows rows : written) {
			heard |= rows.tell();
		}
		heard |= Flushed.tell(written);
		if (!session.isTransactionInProgress()) {
			this.transactions.committedAtOnce(WrittenRows.join(written));
		}
		return heard;
	}

	private EntityListeners<?> listeners(EntityModel<?> model) {
		EntityListeners<?> own = this.listeners.get(model.persister());
		if (own == null) {
			throw new IllegalStateException(model.type().getName() + " has no listeners");
		}
		return own;
	}

}
