package dev.triggerview.hibernate;

import java.util.Map;

import dev.triggerview.view.ReadOnlyViewException;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.spi.FlushEntityEvent;
import org.hibernate.event.spi.FlushEntityEventListener;
import org.hibernate.event.spi.PreDeleteEvent;
import org.hibernate.event.spi.PreDeleteEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.event.spi.PreUpsertEvent;
import org.hibernate.event.spi.PreUpsertEventListener;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Refuses what would write a read-only view: while a flush collects its statements, so
 * that none of it is sent, and again before a single statement, which is where a
 * {@code StatelessSession} comes by.
 */
final class WriteGuard implements FlushEntityEventListener, PreInsertEventListener, PreUpdateEventListener,
		PreDeleteEventListener, PreUpsertEventListener {

	private static final long serialVersionUID = 1L;

	private final transient Map<String, MappedView> views;

	WriteGuard(Map<String, MappedView> views) {
		this.views = views;
	}

	@Override
	public void onFlushEntity(FlushEntityEvent event) {
		EntityEntry entry = event.getEntityEntry();
		if (event.hasDirtyProperties()) {
			refuse("update", entry.getPersister());
		}
		else if (entry.getStatus() == Status.DELETED) {
			refuse("delete", entry.getPersister());
		}
		else if (!entry.isExistsInDatabase()) {
			refuse("insert", entry.getPersister());
		}
	}

	@Override
	public boolean onPreInsert(PreInsertEvent event) {
		return refuse("insert", event.getPersister());
	}

	@Override
	public boolean onPreUpdate(PreUpdateEvent event) {
		return refuse("update", event.getPersister());
	}

	@Override
	public boolean onPreDelete(PreDeleteEvent event) {
		return refuse("delete", event.getPersister());
	}

	@Override
	public boolean onPreUpsert(PreUpsertEvent event) {
		return refuse("upsert", event.getPersister());
	}

	/** Returns false, which lets Hibernate go on, for what is no view. */
	private boolean refuse(String operation, EntityPersister persister) {
		MappedView view = this.views.get(persister.getEntityName());
		if (view != null) {
			throw new ReadOnlyViewException(view.entityName(), view.viewName(),
					operation + "(" + view.simpleName() + ")");
		}
		return false;
	}

}
