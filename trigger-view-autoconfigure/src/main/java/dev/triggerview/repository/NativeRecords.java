package dev.triggerview.repository;

import java.lang.reflect.RecordComponent;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.BasicType;

import org.springframework.util.Assert;

/** Native queries whose rows are records that are mapped to a view. */
final class NativeRecords {

	private NativeRecords() {
	}

	/**
	 * Hibernate would make entities of the rows. The query has to select each column that
	 * a component is mapped to, by its name and in any order.
	 */
	static Query query(EntityManager entityManager, String sql, EntityPersister view) {
		Class<?> row = view.getMappedClass();
		RecordConstructor<?> constructor = RecordConstructor.of(row);
		Query query = entityManager.createNativeQuery(sql);
		NativeQuery<?> columns = query.unwrap(NativeQuery.class);
		for (RecordComponent component : row.getRecordComponents()) {
			BasicValuedModelPart column = column(view, component);
			columns.addScalar(column.getSelectableName(), (BasicType<?>) column.getJdbcMapping());
		}
		columns.setTupleTransformer((values, names) -> constructor.make(values));
		return query;
	}

	private static BasicValuedModelPart column(EntityPersister view, RecordComponent component) {
		BasicValuedModelPart column = view.findSubPart(component.getName()) instanceof BasicValuedModelPart basic
				? basic : null;
		Assert.state(column != null, () -> "Component " + component.getName() + " of record " + view.getEntityName()
				+ " is more than one column, which a native query cannot return; use JPQL.");
		return column;
	}

}
