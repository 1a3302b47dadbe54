package dev.triggerview.hibernate;

import java.util.Arrays;

import org.hibernate.event.spi.FlushEntityEvent;
import org.hibernate.event.spi.FlushEntityEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Refuses changes of attributes that come from a view beside the table, which Hibernate
 * would not write and not mention. A {@code StatelessSession} does not know what an
 * update changes: it writes the table.
 */
final class SecondaryViewGuard implements FlushEntityEventListener, PreInsertEventListener {

	private static final long serialVersionUID = 1L;

	@Override
	public void onFlushEntity(FlushEntityEvent event) {
		EntityPersister persister = event.getEntityEntry().getPersister();
		if (persister instanceof BesideViews beside && event.hasDirtyProperties()) {
			Arrays.stream(event.getDirtyProperties())
				.forEach((property) -> beside.viewsBeside().refuse(persister.getPropertyNames()[property]));
		}
	}

	@Override
	public boolean onPreInsert(PreInsertEvent event) {
		if (event.getPersister() instanceof BesideViews beside) {
			for (int property = 0; property < event.getState().length; property++) {
				if (event.getState()[property] != null) {
					beside.viewsBeside().refuse(event.getPersister().getPropertyNames()[property]);
				}
			}
		}
		return false;
	}

}
