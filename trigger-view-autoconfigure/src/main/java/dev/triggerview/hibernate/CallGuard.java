package dev.triggerview.hibernate;

import java.util.Map;

import dev.triggerview.view.ReadOnlyViewException;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.event.spi.DeleteContext;
import org.hibernate.event.spi.DeleteEvent;
import org.hibernate.event.spi.DeleteEventListener;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.MergeContext;
import org.hibernate.event.spi.MergeEvent;
import org.hibernate.event.spi.MergeEventListener;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Refuses {@code persist}, {@code merge} and {@code remove} of read-only views at the
 * call. What a cascade reaches is refused only if it would be written: a managed instance
 * that has not changed is not.
 */
final class CallGuard implements PersistEventListener, MergeEventListener, DeleteEventListener {

	private static final long serialVersionUID = 1L;

	private final transient Map<String, MappedView> views;

	CallGuard(Map<String, MappedView> views) {
		this.views = views;
	}

	@Override
	public void onPersist(PersistEvent event) {
		refuse("persist", event.getEntityName(), event.getObject());
	}

	@Override
	public void onPersist(PersistEvent event, PersistContext createdAlready) {
		if (!isManaged(event.getObject(), event.getSession())) {
			refuse("persist", event.getEntityName(), event.getObject());
		}
	}

	@Override
	public void onMerge(MergeEvent event) {
		refuse("merge", event.getEntityName(), event.getOriginal());
	}

	/**
	 * Copies what a cascade reaches: a change shows at the flush, and is refused then.
	 */
	@Override
	public void onMerge(MergeEvent event, MergeContext copiedAlready) {
	}

	@Override
	public void onDelete(DeleteEvent event) {
		refuse("remove", event.getEntityName(), event.getObject());
	}

	@Override
	public void onDelete(DeleteEvent event, DeleteContext transientEntities) {
		refuse("remove", event.getEntityName(), event.getObject());
	}

	private static boolean isManaged(Object entity, EventSource session) {
		EntityEntry entry = session.getPersistenceContextInternal().getEntry(Hibernate.unproxy(entity));
		return entry != null;
	}

	private void refuse(String operation, @Nullable String entityName, @Nullable Object entity) {
		if (entity == null) {
			return;
		}
		MappedView view = this.views.get((entityName != null) ? entityName : Hibernate.getClassLazy(entity).getName());
		if (view != null) {
			throw new ReadOnlyViewException(view.entityName(), view.viewName(),
					operation + "(" + view.simpleName() + ")");
		}
	}

}
