package dev.triggerview.repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.internal.util.MutableObject;
import org.hibernate.query.hql.internal.QuerySplitter;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.spi.MutableQueryOptions;
import org.hibernate.query.spi.QueryInterpretationCache;
import org.hibernate.query.spi.QueryInterpretationCache.Key;
import org.hibernate.query.sqm.internal.CacheableSqmInterpretation;
import org.hibernate.query.sqm.internal.ConcreteSqmSelectQueryPlan;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.internal.SqmJdbcExecutionContextAdapter;
import org.hibernate.query.sqm.internal.SqmQueryImpl;
import org.hibernate.query.sqm.tree.select.SqmDynamicInstantiation;
import org.hibernate.query.sqm.tree.select.SqmQuerySpec;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;
import org.hibernate.query.sqm.tree.select.SqmSelection;
import org.hibernate.sql.ast.tree.select.SelectStatement;
import org.hibernate.sql.exec.internal.StandardStatementCreator;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;
import org.hibernate.sql.exec.spi.JdbcSelect;
import org.hibernate.sql.results.jdbc.internal.DeferredResultSetAccess;
import org.hibernate.stat.spi.StatisticsImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's plan of a query, with its SQL, its parameters and its flush, but records
 * are made straight from the result set. Hibernate's bookkeeping for each value of each
 * row, which serves entities, takes almost as long as the database does; records have no
 * use for it. Where a column is not what the record holds, the rows are Hibernate's.
 */
final class RecordQueryPlan<R> extends ConcreteSqmSelectQueryPlan<R> {

	private final SqmSelectStatement<R> select;

	private final DomainParameterXref parameters;

	private final Class<R> type;

	private volatile @Nullable Translation<R> translation;

	private RecordQueryPlan(SqmQueryImpl<R> query, SqmSelectStatement<R> select, Class<R> type) {
		super(select, query.getQueryString(), query.getDomainParameterXref(), query.getExpectedResultType(),
				query.getTupleMetadata(), query.getQueryOptions());
		this.select = select;
		this.parameters = query.getDomainParameterXref();
		this.type = type;
	}

	/**
	 * Returns null for a query that selects no records, or wants more than their list.
	 */
	static <R> @Nullable RecordQueryPlan<R> of(SqmQueryImpl<R> query) {
		if (!(query.getSqmStatement() instanceof SqmSelectStatement<R> select) || !isPlain(query.getQueryOptions())) {
			return null;
		}
		Class<R> type = record(select, query.getExpectedResultType());
		return (type != null && QuerySplitter.split(select).length == 1) ? plan(query, select, type) : null;
	}

	/** Plans that Hibernate keeps are kept in the same bounded cache. */
	private static <R> RecordQueryPlan<R> plan(SqmQueryImpl<R> query, SqmSelectStatement<R> select, Class<R> type) {
		QueryInterpretationCache cache = query.getSession().getFactory().getQueryEngine().getInterpretationCache();
		Key key = cache.isEnabled() ? QueryInterpretationCache.createInterpretationsKey(query) : null;
		return (key == null) ? new RecordQueryPlan<>(query, select, type) : (RecordQueryPlan<R>) cache
			.<R>resolveSelectQueryPlan(new RecordKey(key), () -> new RecordQueryPlan<>(query, select, type));
	}

	private static boolean isPlain(MutableQueryOptions options) {
		return options.getTupleTransformer() == null && options.getResultListTransformer() == null
				&& options.getLockOptions().isEmpty() && options.getFlushMode() == null
				&& options.getCacheMode() == null && !Boolean.TRUE.equals(options.isResultCachingEnabled());
	}

	/** An embeddable that is a record is selected as one, and is null if all of it is. */
	@SuppressWarnings("unchecked")
	private static <R> @Nullable Class<R> record(SqmSelectStatement<R> select, @Nullable Class<R> resultType) {
		if (!(select.getQueryPart() instanceof SqmQuerySpec<R> query)) {
			return null;
		}
		List<SqmSelection<?>> selections = query.getSelectClause().getSelections();
		Class<?> type = resultType;
		if (selections.size() == 1) {
			type = (selections.get(0).getSelectableNode() instanceof SqmDynamicInstantiation<?> made)
					? made.getJavaTypeDescriptor().getJavaTypeClass() : null;
		}
		return (type != null && type.isRecord()) ? (Class<R>) type : null;
	}

	@Override
	public List<R> performList(DomainQueryExecutionContext context) {
		SharedSessionContractImplementor session = context.getSession();
		boolean flushed = session.autoPreFlushIfRequired(context.getQueryParameterBindings());
		try {
			MutableObject<JdbcParameterBindings> bindings = new MutableObject<>();
			Translation<R> translated = translate(context, bindings);
			if (translated.reader() == null) {
				return super.performList(context);
			}
			JdbcSelect sql = translated.query().jdbcOperation();
			session.autoFlushIfRequired(sql.getAffectedTableNames(), flushed);
			return read(
					new DeferredResultSetAccess(sql, bindings.get(), new SqmJdbcExecutionContextAdapter(context, sql),
							StandardStatementCreator.getStatementCreator(null), -1),
					translated.reader(), session);
		}
		finally {
			this.parameters.clearExpansions();
		}
	}

	private Translation<R> translate(DomainQueryExecutionContext context,
			MutableObject<JdbcParameterBindings> bindings) {
		Translation<R> known = this.translation;
		if (known != null) {
			bindings.set(createJdbcParameterBindings(known.query(), context));
			if (known.query().jdbcOperation().isCompatibleWith(bindings.get(), context.getQueryOptions())) {
				return known;
			}
		}
		Translation<R> translated = Translation.of(buildInterpretation(this.select, this.parameters, context, bindings),
				this.type);
		this.translation = translated;
		return translated;
	}

	private static <R> List<R> read(DeferredResultSetAccess access, RecordReader<R> reader,
			SharedSessionContractImplementor session) {
		long start = System.nanoTime();
		try {
			ResultSet result = access.getResultSet();
			List<R> rows = new ArrayList<>();
			while (result.next()) {
				rows.add(reader.read(result, session));
			}
			count(access.getFinalSql(), rows.size(), System.nanoTime() - start, session.getFactory().getStatistics());
			return rows;
		}
		catch (SQLException ex) {
			throw session.getJdbcServices()
				.getSqlExceptionHelper()
				.convert(ex, "could not read a record", access.getFinalSql());
		}
		finally {
			access.release();
		}
	}

	private static void count(String sql, int rows, long nanos, StatisticsImplementor statistics) {
		if (statistics.isStatisticsEnabled()) {
			statistics.queryExecuted(sql, rows, TimeUnit.NANOSECONDS.toMillis(nanos));
		}
	}

	/**
	 * The query in SQL.
	 *
	 * @param reader null where the columns are not what the record holds
	 */
	private record Translation<R>(CacheableSqmInterpretation<SelectStatement, JdbcSelect> query,
			@Nullable RecordReader<R> reader) {

		static <R> Translation<R> of(CacheableSqmInterpretation<SelectStatement, JdbcSelect> query, Class<R> type) {
			return new Translation<>(query,
					RecordReader.of(type, query.statement().getQuerySpec().getSelectClause().getSqlSelections()));
		}

	}

	private record RecordKey(Key query) implements Key {

		@Override
		public Key prepareForStore() {
			return new RecordKey(this.query.prepareForStore());
		}

		@Override
		public String getQueryString() {
			return this.query.getQueryString();
		}

	}

}
