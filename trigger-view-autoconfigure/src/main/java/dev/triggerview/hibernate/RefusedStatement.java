package dev.triggerview.hibernate;

import dev.triggerview.view.ReadOnlyViewException;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.mutation.spi.MultiTableHandlerBuildResult;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableMutationStrategy;
import org.hibernate.query.sqm.sql.SqmToSqlAstConverter;
import org.hibernate.query.sqm.tree.SqmDeleteOrUpdateStatement;
import org.hibernate.sql.ast.Clause;
import org.hibernate.sql.ast.spi.SqlAstCreationState;

/**
 * Refuses JPQL and Criteria statements that write a view. Hibernate asks the persister
 * how to run an update or delete, and for the table that an insert goes to.
 *
 * @param persister the persister of the view
 */
record RefusedStatement(AbstractEntityPersister persister) implements SqmMultiTableMutationStrategy {

	@Override
	public MultiTableHandlerBuildResult buildHandler(SqmDeleteOrUpdateStatement<?> statement,
			DomainParameterXref parameters, DomainQueryExecutionContext context) {
		throw exception(this.persister, statement.toHqlString());
	}

	/** Only the target of a statement is asked for outside of any other clause. */
	static void refuseInsert(AbstractEntityPersister persister, SqlAstCreationState state) {
		Clause clause = (state instanceof SqmToSqlAstConverter converter)
				? converter.getCurrentClauseStack().getCurrent() : Clause.FROM;
		if (clause == null || clause == Clause.INSERT) {
			throw exception(persister, "insert into " + persister.getEntityName());
		}
	}

	static ReadOnlyViewException exception(EntityPersister persister, String operation) {
		String view = ((AbstractEntityPersister) persister).getTableName();
		return new ReadOnlyViewException(persister.getMappedClass().getName(), view, operation);
	}

}
