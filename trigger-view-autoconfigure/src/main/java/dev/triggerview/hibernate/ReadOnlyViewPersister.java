package dev.triggerview.hibernate;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.hibernate.cache.spi.access.EntityDataAccess;
import org.hibernate.cache.spi.access.NaturalIdDataAccess;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.loader.ast.spi.MultiIdLoadOptions;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.persister.entity.SingleTableEntityPersister;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableMutationStrategy;
import org.hibernate.spi.NavigablePath;
import org.hibernate.sql.ast.spi.SqlAliasBase;
import org.hibernate.sql.ast.spi.SqlAstCreationState;
import org.hibernate.sql.ast.tree.from.TableGroup;
import org.hibernate.sql.ast.tree.from.TableReference;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.results.graph.DomainResult;
import org.hibernate.sql.results.graph.DomainResultCreationState;

/** Reads an entity of one table that is a view. Hibernate creates it. */
public final class ReadOnlyViewPersister extends SingleTableEntityPersister {

	public ReadOnlyViewPersister(PersistentClass entity, EntityDataAccess cache, NaturalIdDataAccess naturalIdCache,
			RuntimeModelCreationContext context) {
		super(entity, cache, naturalIdCache, context, ReadOnlyState::new);
	}

	@Override
	public List<?> multiLoad(Object[] ids, SharedSessionContractImplementor session, MultiIdLoadOptions options) {
		PendingChanges.flush(session, this);
		return super.multiLoad(ids, session, options);
	}

	@Override
	public <T> DomainResult<T> createDomainResult(NavigablePath path, TableGroup tables, String variable,
			DomainResultCreationState state) {
		return FreshResult.of(path, this, tables, variable, state);
	}

	@Override
	public TableReference createPrimaryTableReference(SqlAliasBase sqlAlias, SqlAstCreationState state) {
		return ViewReference.of(super.createPrimaryTableReference(sqlAlias, state), this);
	}

	/** A row that is not written may refer to one that is not there any more. */
	@Override
	public boolean hasToOnes() {
		return false;
	}

	@Override
	public boolean hasOwnedCollections() {
		return false;
	}

	@Override
	public SqmMultiTableMutationStrategy getSqmMultiTableMutationStrategy() {
		return new RefusedStatement(this);
	}

	@Override
	public TableGroup createRootTableGroup(boolean innerJoins, NavigablePath path, String sourceAlias,
			SqlAliasBase sqlAlias, Supplier<Consumer<Predicate>> predicates, SqlAstCreationState state) {
		RefusedStatement.refuseInsert(this, state);
		return super.createRootTableGroup(innerJoins, path, sourceAlias, sqlAlias, predicates, state);
	}

}
