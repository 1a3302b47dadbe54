package dev.triggerview.repository;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import org.hibernate.HibernateException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.query.sqm.internal.SqmQueryImpl;
import org.jspecify.annotations.Nullable;

/** A query of Hibernate's whose list of records is read by a {@link RecordQueryPlan}. */
final class DirectQuery<R> implements InvocationHandler {

	private final SqmQueryImpl<R> query;

	private DirectQuery(SqmQueryImpl<R> query) {
		this.query = query;
	}

	/**
	 * Returns every other query as it is. Outside of a transaction Spring creates a query
	 * at the end only, when an entity manager has been opened for it.
	 */
	static Query of(Query query) {
		if (!(query instanceof SqmQueryImpl<?> selected)) {
			return query;
		}
		return (Query) Proxy.newProxyInstance(DirectQuery.class.getClassLoader(), new Class<?>[] { TypedQuery.class },
				new DirectQuery<>(selected));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		if (method.getName().equals("getResultList")) {
			return list();
		}
		// Spring Data asks so for the query itself (QueryParameterSetter, 4.1).
		if (method.getName().equals("unwrap") && arguments != null && arguments[0] == null) {
			return this.query;
		}
		try {
			Object result = method.invoke(this.query, arguments);
			return (result == this.query) ? proxy : result;
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private List<R> list() {
		RecordQueryPlan<R> plan = RecordQueryPlan.of(this.query);
		if (plan == null) {
			return this.query.getResultList();
		}
		SharedSessionContractImplementor session = this.query.getSession();
		this.query.getQueryParameterBindings().validate();
		session.prepareForQueryExecution(false);
		try {
			return plan.performList(this.query);
		}
		catch (HibernateException ex) {
			throw session.getExceptionConverter().convert(ex);
		}
	}

}
