package dev.triggerview.event;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.FlushEventListener;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.hibernate.sql.exec.spi.JdbcMutationExecutor;
import org.hibernate.sql.exec.spi.JdbcOperationQueryMutation;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;
import org.jspecify.annotations.Nullable;

/** Executes the statements of mutation queries and lets the dispatcher know. */
final class BulkExecutor implements JdbcMutationExecutor {

	private final JdbcMutationExecutor executor;

	BulkExecutor(JdbcMutationExecutor executor) {
		this.executor = executor;
	}

	@Override
	public int execute(JdbcOperationQueryMutation mutation, JdbcParameterBindings bindings,
			Function<String, PreparedStatement> statementCreator,
			BiConsumer<Integer, PreparedStatement> expectationCheck, ExecutionContext context) {
		BulkEvents events = events(context.getSession());
		if (events == null) {
			return this.executor.execute(mutation, bindings, statementCreator, expectationCheck, context);
		}
		List<Object> ids = events.before(mutation, bindings, context);
		int count = this.executor.execute(mutation, bindings, statementCreator, expectationCheck, context);
		events.after(mutation, count, ids);
		return count;
	}

	@SuppressWarnings("deprecation")
	static @Nullable BulkEvents events(SharedSessionContractImplementor session) {
		for (FlushEventListener listener : session.getFactory().getEventListenerGroups().eventListenerGroup_FLUSH
			.listeners()) {
			if (listener instanceof FlushBoundary boundary) {
				return boundary.bulk();
			}
		}
		return null;
	}

}
