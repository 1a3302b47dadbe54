package dev.triggerview.hibernate;

import org.hibernate.cache.spi.access.EntityDataAccess;
import org.hibernate.cache.spi.access.NaturalIdDataAccess;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.persister.entity.JoinedSubclassEntityPersister;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableInsertStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableMutationStrategy;

/**
 * Writes an entity of a hierarchy of joined tables and reads the views beside these.
 * Hibernate creates it.
 */
public final class JoinedBesideViewPersister extends JoinedSubclassEntityPersister implements BesideViews {

	private final ViewsBeside views;

	public JoinedBesideViewPersister(PersistentClass entity, EntityDataAccess cache, NaturalIdDataAccess naturalIdCache,
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
