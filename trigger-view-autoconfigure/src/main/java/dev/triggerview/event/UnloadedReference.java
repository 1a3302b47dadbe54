package dev.triggerview.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.hibernate.bytecode.enhance.spi.interceptor.EnhancementAsProxyLazinessInterceptor;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * A reference to an enhanced entity, which knows nothing but its identifier and what the
 * application has set in it. Hibernate would update these columns and never see the
 * others.
 */
final class UnloadedReference {

	private UnloadedReference() {
	}

	/** Return whether Hibernate updates rows of an entity that it has not loaded. */
	static boolean isPossible(EntityPersister persister) {
		return persister.getBytecodeEnhancementMetadata().isEnhancedForLazyLoading() && persister.isDynamicUpdate();
	}

	/** Return whether an entity is such a reference and something was set in it. */
	static boolean isWritten(EntityPersister persister, Object entity) {
		return isPossible(persister)
				&& persister.getBytecodeEnhancementMetadata()
					.extractLazyInterceptor(entity) instanceof EnhancementAsProxyLazinessInterceptor unloaded
				&& unloaded.hasWrittenFieldNames();
	}

	/**
	 * Load the row of such a reference; what was set in it stays.
	 * @return what the session knows of the entity now
	 */
	static EntityEntry load(EntityPersister persister, Object entity, SessionImplementor session) {
		SelfDirtinessTracker tracker = (SelfDirtinessTracker) entity;
		Map<String, @Nullable Object> written = new LinkedHashMap<>();
		for (String name : tracker.$$_hibernate_getDirtyAttributes()) {
			written.put(name, persister.findAttributeMapping(name).getValue(entity));
		}
		persister.initializeEnhancedEntityUsedAsProxy(entity, null, session);
		written.forEach((name, value) -> {
			persister.findAttributeMapping(name).setValue(entity, value);
			tracker.$$_hibernate_trackChange(name);
		});
		return Objects.requireNonNull(session.getPersistenceContextInternal().getEntry(entity));
	}

}
