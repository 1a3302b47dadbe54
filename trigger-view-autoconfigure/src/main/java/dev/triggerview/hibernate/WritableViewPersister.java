package dev.triggerview.hibernate;

import java.util.List;

import org.hibernate.cache.spi.access.EntityDataAccess;
import org.hibernate.cache.spi.access.NaturalIdDataAccess;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.loader.ast.spi.MultiIdLoadOptions;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.persister.entity.SingleTableEntityPersister;
import org.hibernate.sql.ast.spi.SqlAliasBase;
import org.hibernate.sql.ast.spi.SqlAstCreationState;
import org.hibernate.sql.ast.tree.from.TableReference;

/** Reads and writes an entity of one table that is a view. Hibernate creates it. */
public final class WritableViewPersister extends SingleTableEntityPersister {

	public WritableViewPersister(PersistentClass entity, EntityDataAccess cache, NaturalIdDataAccess naturalIdCache,
			RuntimeModelCreationContext context) {
		super(entity, cache, naturalIdCache, context);
	}

	@Override
	public List<?> multiLoad(Object[] ids, SharedSessionContractImplementor session, MultiIdLoadOptions options) {
		PendingChanges.flush(session, this);
		return super.multiLoad(ids, session, options);
	}

	@Override
	public TableReference createPrimaryTableReference(SqlAliasBase sqlAlias, SqlAstCreationState state) {
		return ViewReference.of(super.createPrimaryTableReference(sqlAlias, state), this);
	}

}
