package dev.triggerview.hibernate;

import org.hibernate.mapping.Collection;
import org.hibernate.mapping.RootClass;
import org.hibernate.metamodel.mapping.AuxiliaryMapping;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.internal.MappingModelCreationProcess;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.collection.mutation.DeleteRowsCoordinator;
import org.hibernate.persister.collection.mutation.InsertRowsCoordinator;
import org.hibernate.persister.collection.mutation.RemoveCoordinator;
import org.hibernate.persister.collection.mutation.UpdateRowsCoordinator;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.mutation.DeleteCoordinator;
import org.hibernate.persister.entity.mutation.InsertCoordinator;
import org.hibernate.persister.entity.mutation.UpdateCoordinator;
import org.hibernate.persister.state.spi.StateManagement;

/**
 * Makes no statement that writes an entity which is a view.
 *
 * @param usual how the entity is mapped beside that, as by {@code @SoftDelete}
 */
record ReadOnlyState(StateManagement usual) implements StateManagement {

	@Override
	public InsertCoordinator createInsertCoordinator(EntityPersister persister) {
		return new RefusedWrites(persister);
	}

	@Override
	public UpdateCoordinator createUpdateCoordinator(EntityPersister persister) {
		return new RefusedWrites(persister);
	}

	@Override
	public UpdateCoordinator createMergeCoordinator(EntityPersister persister) {
		return new RefusedWrites(persister);
	}

	@Override
	public DeleteCoordinator createDeleteCoordinator(EntityPersister persister) {
		return new RefusedWrites(persister);
	}

	@Override
	public InsertRowsCoordinator createInsertRowsCoordinator(CollectionPersister persister) {
		return this.usual.createInsertRowsCoordinator(persister);
	}

	@Override
	public UpdateRowsCoordinator createUpdateRowsCoordinator(CollectionPersister persister) {
		return this.usual.createUpdateRowsCoordinator(persister);
	}

	@Override
	public DeleteRowsCoordinator createDeleteRowsCoordinator(CollectionPersister persister) {
		return this.usual.createDeleteRowsCoordinator(persister);
	}

	@Override
	public RemoveCoordinator createRemoveCoordinator(CollectionPersister persister) {
		return this.usual.createRemoveCoordinator(persister);
	}

	@Override
	public AuxiliaryMapping createAuxiliaryMapping(EntityPersister persister, RootClass root,
			MappingModelCreationProcess process) {
		return this.usual.createAuxiliaryMapping(persister, root, process);
	}

	@Override
	public AuxiliaryMapping createAuxiliaryMapping(PluralAttributeMapping attribute, Collection collection,
			MappingModelCreationProcess process) {
		return this.usual.createAuxiliaryMapping(attribute, collection, process);
	}

}
