package dev.triggerview.hibernate;

import org.hibernate.cache.spi.access.EntityDataAccess;
import org.hibernate.cache.spi.access.NaturalIdDataAccess;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.persister.entity.SingleTableEntityPersister;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableInsertStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableMutationStrategy;

/**
 * Writes an entity of a table and reads the views beside it. Hibernate creates it.
 */
public final class BesideViewPersister extends SingleTableEntityPersister implements BesideViews {

	private final ViewsBeside views;

	public BesideViewPersister(PersistentClass entity, EntityDataAccess cache, NaturalIdDataAccess naturalIdCache,
			RuntimeModelCreationContext context) {
		super(entity, cache, naturalIdCache, context);
		this.views = ViewsBeside.of(entity, context.getSqlStringGenerationContext());
	}

	@Override
	public ViewsBeside viewsBeside() {
		return this.views;
	}

	@Override
	public void visitConstraintOrderedTables(ConstraintOrderedTableConsumer consumer) {
		super.visitConstraintOrderedTables(this.views.without(consumer));
	}

	@Override
	public SqmMultiTableMutationStrategy getSqmMultiTableMutationStrategy() {
		return this.views.guardUpdates(super.getSqmMultiTableMutationStrategy());
	}

	@Override
	public SqmMultiTableInsertStrategy getSqmMultiTableInsertStrategy() {
		return this.views.guardInserts(super.getSqmMultiTableInsertStrategy());
	}

}
