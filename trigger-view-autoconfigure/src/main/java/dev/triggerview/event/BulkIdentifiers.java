package dev.triggerview.event;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.hibernate.sql.exec.spi.JdbcOperationQueryMutation;
import org.hibernate.sql.exec.spi.JdbcParameterBinder;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;

/** Asks which rows a bulk statement is about to write: the same condition, as a query. */
final class BulkIdentifiers {

	private final BulkKey key;

	private final String query;

	private final List<JdbcParameterBinder> parameters;

	private BulkIdentifiers(BulkKey key, String query, List<JdbcParameterBinder> parameters) {
		this.key = key;
		this.query = query;
		this.parameters = parameters;
	}

	/** Return what asks, empty where the statement does not tell its rows. */
	static Optional<BulkIdentifiers> of(EntityPersister persister, JdbcOperationQueryMutation statement) {
		// The key of a joined table of a subclass may have a name of its own.
		if (!persister.getEntityName().equals(persister.getRootEntityName())) {
			return Optional.empty();
		}
		List<JdbcParameterBinder> binders = statement.getParameterBinders();
		return BulkKey.of(persister)
			.flatMap((key) -> BulkSelection.of(statement.getSqlString())
				.filter((selection) -> selection.skipped() <= binders.size())
				.map((selection) -> new BulkIdentifiers(key, selection.query(key.list()),
						binders.subList(selection.skipped(), binders.size()))));
	}

	List<Object> read(JdbcParameterBindings bindings, ExecutionContext context) {
		SharedSessionContractImplementor session = context.getSession();
		PreparedStatement statement = session.getJdbcCoordinator().getStatementPreparer().prepareStatement(this.query);
		try {
			int position = 1;
			for (JdbcParameterBinder parameter : this.parameters) {
				parameter.bindParameterValue(statement, position++, bindings, context);
			}
			return read(session.getJdbcCoordinator().getResultSetReturn().extract(statement, this.query), session);
		}
		catch (SQLException ex) {
			throw session.getJdbcServices()
				.getSqlExceptionHelper()
				.convert(ex, "The rows of a bulk statement could not be read", this.query);
		}
		finally {
			session.getJdbcCoordinator().getLogicalConnection().getResourceRegistry().release(statement);
		}
	}

	private List<Object> read(ResultSet rows, SharedSessionContractImplementor session) throws SQLException {
		List<Object> identifiers = new ArrayList<>();
		while (rows.next()) {
			List<Object> values = new ArrayList<>();
			for (SelectableMapping column : this.key.columns()) {
				JdbcMapping type = column.getJdbcMapping();
				values.add(type
					.convertToDomainValue(type.getJdbcValueExtractor().extract(rows, values.size() + 1, session)));
			}
			identifiers.add(this.key.of(values));
		}
		return identifiers;
	}

}
