package dev.triggerview.hibernate;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;

/** What a session has not sent to the database yet. */
final class PendingChanges {

	private PendingChanges() {
	}

	/** Sends them, if they show in tables that are about to be read. */
	static void flush(SharedSessionContractImplementor session, Set<String> spaces) {
		if (!session.getPersistenceContextInternal().isFlushing()) {
			session.autoFlushIfRequired(spaces);
		}
	}

	/** Sends them, if they show in a view that is about to be read by its persister. */
	static void flush(SharedSessionContractImplementor session, EntityPersister view) {
		flush(session, Arrays.stream(view.getQuerySpaces()).map(String.class::cast).collect(Collectors.toSet()));
	}

}
