package dev.triggerview.event;

import java.util.List;

import org.hibernate.engine.jdbc.connections.spi.JdbcConnectionAccess;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.internal.MappingModelCreationProcess;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.mutation.internal.MatchingIdSelectionHelper;
import org.hibernate.query.sqm.mutation.internal.SqmMultiTableMutationStrategyProviderStandard;
import org.hibernate.query.sqm.mutation.spi.MultiTableHandler;
import org.hibernate.query.sqm.mutation.spi.MultiTableHandlerBuildResult;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableInsertStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableMutationStrategy;
import org.hibernate.query.sqm.tree.SqmDeleteOrUpdateStatement;
import org.hibernate.query.sqm.tree.SqmDmlStatement;
import org.hibernate.query.sqm.tree.delete.SqmDeleteStatement;
import org.hibernate.query.sqm.tree.insert.SqmInsertStatement;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;
import org.jspecify.annotations.Nullable;

/**
 * A statement on an entity with several tables is several statements or, on PostgreSQL, a
 * query that writes. Whatever Hibernate makes of it, it is one statement of the
 * application and is told as one.
 */
final class BulkStrategies extends SqmMultiTableMutationStrategyProviderStandard {

	@Override
	public @Nullable SqmMultiTableMutationStrategy createMutationStrategy(EntityMappingType entity,
			MappingModelCreationProcess process) {
		SqmMultiTableMutationStrategy strategy = super.createMutationStrategy(entity, process);
		return (strategy != null) ? new Mutation(strategy) : null;
	}

	@Override
	public @Nullable SqmMultiTableInsertStrategy createInsertStrategy(EntityMappingType entity,
			MappingModelCreationProcess process) {
		SqmMultiTableInsertStrategy strategy = super.createInsertStrategy(entity, process);
		return (strategy != null) ? new Insert(strategy) : null;
	}

	private static MultiTableHandlerBuildResult told(SqmDmlStatement<?> statement, Operation operation, Rows rows,
			MultiTableHandlerBuildResult built) {
		return new MultiTableHandlerBuildResult(
				new Handler(statement.getTarget().getEntityName(), operation, rows, built.multiTableHandler()),
				built.firstJdbcParameterBindings());
	}

	private record Mutation(SqmMultiTableMutationStrategy strategy) implements SqmMultiTableMutationStrategy {

		@Override
		public void prepare(MappingModelCreationProcess process, JdbcConnectionAccess connections) {
			this.strategy.prepare(process, connections);
		}

		@Override
		public void release(SessionFactoryImplementor factory, JdbcConnectionAccess connections) {
			this.strategy.release(factory, connections);
		}

		@Override
		public MultiTableHandlerBuildResult buildHandler(SqmDeleteOrUpdateStatement<?> statement,
				DomainParameterXref parameters, DomainQueryExecutionContext context) {
			return told(statement, (statement instanceof SqmDeleteStatement<?>) ? Operation.DELETE : Operation.UPDATE,
					(execution) -> MatchingIdSelectionHelper.selectMatchingIds(statement, parameters, execution),
					this.strategy.buildHandler(statement, parameters, context));
		}

	}

	private record Insert(SqmMultiTableInsertStrategy strategy) implements SqmMultiTableInsertStrategy {

		@Override
		public void prepare(MappingModelCreationProcess process, JdbcConnectionAccess connections) {
			this.strategy.prepare(process, connections);
		}

		@Override
		public void release(SessionFactoryImplementor factory, JdbcConnectionAccess connections) {
			this.strategy.release(factory, connections);
		}

		@Override
		public MultiTableHandlerBuildResult buildHandler(SqmInsertStatement<?> statement,
				DomainParameterXref parameters, DomainQueryExecutionContext context) {
			return told(statement, Operation.INSERT, (execution) -> null,
					this.strategy.buildHandler(statement, parameters, context));
		}

	}

	/** Asks which rows a statement is about to write; each is a value or an array. */
	@FunctionalInterface
	private interface Rows {

		@Nullable List<Object> read(DomainQueryExecutionContext context);

	}

	private record Handler(String entity, Operation operation, Rows rows,
			MultiTableHandler handler) implements MultiTableHandler {

		@Override
		public JdbcParameterBindings createJdbcParameterBindings(DomainQueryExecutionContext context) {
			return this.handler.createJdbcParameterBindings(context);
		}

		@Override
		public boolean dependsOnParameterBindings() {
			return this.handler.dependsOnParameterBindings();
		}

		@Override
		public boolean isCompatibleWith(JdbcParameterBindings bindings, QueryOptions options) {
			return this.handler.isCompatibleWith(bindings, options);
		}

		@Override
		public int execute(JdbcParameterBindings bindings, DomainQueryExecutionContext context) {
			BulkEvents events = BulkExecutor.events(context.getSession());
			return (events != null) ? events.around(this.entity, this.operation, () -> this.rows.read(context),
					() -> this.handler.execute(bindings, context)) : this.handler.execute(bindings, context);
		}

	}

}
