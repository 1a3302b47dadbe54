package dev.triggerview.repository;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaQuery;
import org.hibernate.engine.jdbc.spi.JdbcCoordinator;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.query.spi.QueryParameterBindings;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;
import org.hibernate.sql.ast.spi.SqlSelection;
import org.hibernate.sql.ast.tree.select.SelectStatement;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;
import org.hibernate.sql.exec.spi.JdbcSelect;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A query whose SQL is Hibernate's and whose records are made straight from the result
 * set. Hibernate's bookkeeping for each value of each row, which serves entities, takes
 * almost as long as the database does; records have no use for it.
 */
final class DirectQuery<R> {

	private final SessionImplementor session;

	private final JdbcSelect select;

	private final RecordReader<R> reader;

	private DirectQuery(SessionImplementor session, JdbcSelect select, RecordReader<R> reader) {
		this.session = session;
		this.select = select;
		this.reader = reader;
	}

	/**
	 * Returns null for a query with parameters, and where a column is not what the record
	 * holds: these are left to Hibernate.
	 */
	static <R> @Nullable DirectQuery<R> of(CriteriaQuery<R> query, EntityManager entityManager, Class<R> type) {
		SqmSelectStatement<?> criteria = (SqmSelectStatement<?>) query;
		if (!TransactionSynchronizationManager.isActualTransactionActive() || !criteria.getSqmParameters().isEmpty()) {
			return null;
		}
		SessionImplementor session = entityManager.unwrap(SessionImplementor.class);
		SessionFactoryImplementor factory = session.getFactory();
		SelectStatement statement = factory.getQueryEngine()
			.getSqmTranslatorFactory()
			.createSelectTranslator(criteria, QueryOptions.NONE, DomainParameterXref.EMPTY,
					QueryParameterBindings.empty(), session.getLoadQueryInfluencers(),
					factory.getSqlTranslationEngine(), true)
			.translate()
			.getSqlAst();
		JdbcSelect select = factory.getJdbcServices()
			.getJdbcEnvironment()
			.getSqlAstTranslatorFactory()
			.buildSelectTranslator(factory, statement)
			.translate(JdbcParameterBindings.NO_BINDINGS, QueryOptions.NONE);
		List<SqlSelection> columns = statement.getQuerySpec().getSelectClause().getSqlSelections();
		RecordReader<R> reader = RecordReader.of(type, columns, session);
		return (reader != null && select.getParameterBinders().isEmpty()) ? new DirectQuery<>(session, select, reader)
				: null;
	}

	/** Flushes pending changes of what is read, as every query of Hibernate does. */
	List<R> list() {
		this.session.autoFlushIfRequired(this.select.getAffectedTableNames());
		String sql = this.select.getSqlString();
		JdbcCoordinator jdbc = this.session.getJdbcCoordinator();
		PreparedStatement statement = jdbc.getStatementPreparer().prepareQueryStatement(sql, false, null);
		try {
			return read(jdbc.getResultSetReturn().extract(statement, sql));
		}
		catch (SQLException ex) {
			throw this.session.getJdbcServices().getSqlExceptionHelper().convert(ex, "could not read a record", sql);
		}
		finally {
			jdbc.getLogicalConnection().getResourceRegistry().release(statement);
			jdbc.afterStatementExecution();
		}
	}

	private List<R> read(ResultSet result) throws SQLException {
		List<R> rows = new ArrayList<>();
		while (result.next()) {
			rows.add(this.reader.read(result, this.session));
		}
		return rows;
	}

}
