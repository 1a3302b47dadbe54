package dev.triggerview.event;

import java.sql.SQLIntegrityConstraintViolationException;

import org.hibernate.dialect.MySQLDialect;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.PostUpsertEvent;
import org.hibernate.event.spi.PostUpsertEventListener;
import org.hibernate.event.spi.PreUpsertEvent;
import org.hibernate.event.spi.PreUpsertEventListener;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Tells of upserts, which are inserts or updates: the database does not say which, so
 * that the row is read before. Only stateless sessions have them.
 */
final class UpsertListener implements PreUpsertEventListener, PostUpsertEventListener {

	private static final long serialVersionUID = 1L;

	private final transient Dispatcher dispatcher;

	UpsertListener(Dispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	@Override
	public boolean onPreUpsert(PreUpsertEvent event) {
		EntityPersister persister = event.getPersister();
		EntityListeners<Object> listeners = this.dispatcher.listeners(persister);
		if (listeners == null) {
			return false;
		}
		@Nullable Object @Nullable [] stored = StoredRow.readOrHidden(persister, event.getId(), event.getSession());
		Origin<Object> origin = Origin.of(listeners.model(), event.getSession());
		this.dispatcher.before(event.getSession(), listeners,
				(stored != null) ? Moment.BEFORE_UPDATE : Moment.BEFORE_INSERT,
				(stored != null)
						? new BeforeUpdate<>(origin, event.getEntity(), event.getId(), known(stored), event.getState())
						: new BeforeInsert<>(origin, event.getEntity(), event.getId(), event.getState(), null));
		if (stored != null) {
			this.dispatcher.work(event.getSession()).stored(event.getEntity(), stored);
		}
		return false;
	}

	@Override
	public void onPostUpsert(PostUpsertEvent event) {
		SessionWork work = this.dispatcher.workIfAny(event.getSession());
		@Nullable Object @Nullable [] stored = (work != null) ? work.stored(event.getEntity()) : null;
		@Nullable Object @Nullable [] old = known(stored);
		this.dispatcher.flushed(event.getSession(), true);
		EntityListeners<Object> listeners = this.dispatcher.listeners(event.getPersister());
		if (old != null && listeners != null) {
			listeners.model().fixed().keep(old, event.getState());
		}
		else if (stored == null && listeners != null) {
			requireInserted(event);
		}
		this.dispatcher.written(event, (stored != null) ? Operation.UPDATE : Operation.INSERT, old, event.getState());
	}

	private static @Nullable Object @Nullable [] known(@Nullable Object @Nullable [] stored) {
		return (stored != StoredRow.HIDDEN) ? stored : null;
	}

	/**
	 * MySQL and MariaDB update whichever row has the same value in any unique column
	 * (MySQL manual, INSERT ... ON DUPLICATE KEY UPDATE); the others refuse it.
	 */
	private static void requireInserted(PostUpsertEvent event) {
		SharedSessionContractImplementor session = event.getSession();
		if (session.getFactory().getJdbcServices().getDialect() instanceof MySQLDialect
				&& !StoredRow.exists(event.getPersister(), event.getId(), session)) {
			session.markForRollbackOnly();
			String message = "The upsert of " + event.getPersister().getEntityName() + "#" + event.getId()
					+ " has inserted no row and updated another one, which has the same value in a unique column";
			throw new ConstraintViolationException(message, new SQLIntegrityConstraintViolationException(message),
					null);
		}
	}

	@Override
	public boolean requiresPostCommitHandling(EntityPersister persister) {
		return false;
	}

}
