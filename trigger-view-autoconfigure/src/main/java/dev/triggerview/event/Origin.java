package dev.triggerview.event;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of an entity that one session writes have in common.
 *
 * @param model the entity
 * @param tenant whose session writes them, null without multi-tenancy
 * @param <T> the entity
 */
record Origin<T>(EntityModel<T> model, @Nullable Object tenant) {

	static <T> Origin<T> of(EntityModel<T> model, SharedSessionContractImplementor session) {
		return new Origin<>(model, session.getTenantIdentifierValue());
	}

}
