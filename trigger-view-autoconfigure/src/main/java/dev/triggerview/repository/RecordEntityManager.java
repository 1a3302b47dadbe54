package dev.triggerview.repository;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * The entity manager that Spring Data queries views with. Spring Data selects and counts
 * the entity of a repository; a record is none, so its columns are selected instead and
 * the rows are counted. Every query that selects records is a {@link DirectQuery}.
 */
final class RecordEntityManager implements InvocationHandler {

	private final EntityManager delegate;

	private RecordEntityManager(EntityManager delegate) {
		this.delegate = delegate;
	}

	static EntityManager of(EntityManager delegate) {
		return (EntityManager) Proxy.newProxyInstance(RecordEntityManager.class.getClassLoader(),
				new Class<?>[] { EntityManager.class }, new RecordEntityManager(delegate));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		Object[] given = (arguments != null) ? arguments : new Object[0];
		try {
			return switch (method.getName()) {
				case "createQuery" -> DirectQuery.of(createQuery(method, given));
				case "createNativeQuery" -> createNativeQuery(method, given);
				default -> method.invoke(this.delegate, given);
			};
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private Query createQuery(Method method, Object[] arguments) throws ReflectiveOperationException {
		RecordJpql query = (arguments[0] instanceof String jpql) ? RecordJpql.parse(jpql, this.delegate.getMetamodel())
				: null;
		return (query != null) ? this.delegate.createQuery(query.text(), query.resultType())
				: (Query) method.invoke(this.delegate, arguments);
	}

	private Query createNativeQuery(Method method, Object[] arguments) throws ReflectiveOperationException {
		EntityPersister view = (arguments.length == 2 && arguments[1] instanceof Class<?> type && type.isRecord())
				? view(type) : null;
		return (view != null) ? NativeRecords.query(this.delegate, (String) arguments[0], view)
				: (Query) method.invoke(this.delegate, arguments);
	}

	private @Nullable EntityPersister view(Class<?> row) {
		return this.delegate.getEntityManagerFactory()
			.unwrap(SessionFactoryImplementor.class)
			.getMappingMetamodel()
			.findEntityDescriptor(row);
	}

}
