package dev.triggerview.hibernate;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.values.GeneratedValues;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.mutation.DeleteCoordinator;
import org.hibernate.persister.entity.mutation.InsertCoordinator;
import org.hibernate.persister.entity.mutation.UpdateCoordinator;
import org.hibernate.sql.model.MutationOperationGroup;
import org.jspecify.annotations.Nullable;

/**
 * Stands where a persister keeps its statements that write, so that those of a view are
 * never made. {@link WriteGuard} refuses earlier, before other statements are sent; what
 * comes here went past it.
 *
 * @param persister the persister of the view
 */
record RefusedWrites(EntityPersister persister) implements InsertCoordinator, UpdateCoordinator, DeleteCoordinator {

	@Override
	public @Nullable MutationOperationGroup getStaticMutationOperationGroup() {
		return null;
	}

	@Override
	public GeneratedValues insert(Object entity, Object[] values, SharedSessionContractImplementor session) {
		throw refused("insert");
	}

	@Override
	public GeneratedValues insert(Object entity, Object id, Object[] values, SharedSessionContractImplementor session) {
		throw refused("insert");
	}

	@Override
	public GeneratedValues update(Object entity, Object id, Object rowId, Object[] values, Object oldVersion,
			Object[] oldValues, int[] dirtyAttributes, boolean hasDirtyCollection,
			SharedSessionContractImplementor session) {
		throw refused("update");
	}

	@Override
	public void delete(Object entity, Object id, Object version, SharedSessionContractImplementor session) {
		throw refused("delete");
	}

	@Override
	public void forceVersionIncrement(Object id, Object version, Object nextVersion,
			SharedSessionContractImplementor session) {
		throw refused("lock");
	}

	private RuntimeException refused(String operation) {
		return RefusedStatement.exception(this.persister,
				operation + "(" + this.persister.getMappedClass().getSimpleName() + ")");
	}

}
