package dev.triggerview.hibernate;

import org.hibernate.annotations.NotFoundAction;
import org.hibernate.metamodel.mapping.EntityValuedModelPart;
import org.hibernate.spi.NavigablePath;
import org.hibernate.sql.ast.tree.from.TableGroup;
import org.hibernate.sql.results.graph.AssemblerCreationState;
import org.hibernate.sql.results.graph.DomainResultCreationState;
import org.hibernate.sql.results.graph.Initializer;
import org.hibernate.sql.results.graph.InitializerParent;
import org.hibernate.sql.results.graph.entity.internal.EntityInitializerImpl;
import org.hibernate.sql.results.graph.entity.internal.EntityResultImpl;

/**
 * Rows of a view as query results. An instance that the session has already read takes
 * over the new row, where Hibernate would return the first-read one unchanged.
 */
final class FreshResult<E> extends EntityResultImpl<E> {

	private FreshResult(NavigablePath path, EntityValuedModelPart view, TableGroup tables, String variable) {
		super(path, view, tables, variable);
	}

	static <T> FreshResult<T> of(NavigablePath path, EntityValuedModelPart view, TableGroup tables, String variable,
			DomainResultCreationState state) {
		FreshResult<T> result = new FreshResult<>(path, view, tables, variable);
		result.afterInitialize(result, state);
		return result;
	}

	@Override
	public Initializer<?> createInitializer(InitializerParent<?> parent, AssemblerCreationState state) {
		return new FreshInitializer(this, getSourceAlias(), state);
	}

	private static final class FreshInitializer extends EntityInitializerImpl {

		FreshInitializer(FreshResult<?> result, String alias, AssemblerCreationState state) {
			super(result, alias, result.getIdentifierFetch(), result.getDiscriminatorFetch(), null,
					result.getRowIdResult(), result.getAuditChangesetIdResult(), NotFoundAction.EXCEPTION, false, null,
					true, state);
		}

		@Override
		protected boolean isRefreshing(EntityInitializerData data) {
			boolean stateful = data.getRowProcessingState().getSession().isEventSource();
			return (stateful && !data.getRowProcessingState().isQueryCacheHit()) || super.isRefreshing(data);
		}

	}

}
