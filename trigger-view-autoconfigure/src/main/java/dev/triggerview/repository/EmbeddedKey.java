package dev.triggerview.repository;

import java.util.Map;

import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.Type.PersistenceType;

import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.JpaMetamodelEntityInformation;

/**
 * An entity whose identifier is an embeddable: Spring Data would compare two of these,
 * which have no order.
 */
final class EmbeddedKey<T, ID> extends JpaMetamodelEntityInformation<T, ID> {

	private EmbeddedKey(Class<T> entity, EntityManager entityManager) {
		super(entity, entityManager.getMetamodel(), entityManager.getEntityManagerFactory().getPersistenceUnitUtil());
	}

	/** Returns what is known of any other entity as it is. */
	static <T, ID> JpaEntityInformation<T, ?> orOther(JpaEntityInformation<T, ?> entity, EntityManager entityManager) {
		EntityType<T> type = entityManager.getMetamodel().entity(entity.getJavaType());
		boolean embedded = type.hasSingleIdAttribute()
				&& type.getIdType().getPersistenceType() == PersistenceType.EMBEDDABLE;
		return embedded ? new EmbeddedKey<>(entity.getJavaType(), entityManager) : entity;
	}

	@Override
	public Map<String, Object> getKeyset(Iterable<String> properties, T row) {
		throw new IllegalStateException("The rows of " + getJavaType().getName()
				+ " have an embedded identifier, which has no order to scroll by; scroll by offset,"
				+ " or map the identifier with @IdClass.");
	}

}
