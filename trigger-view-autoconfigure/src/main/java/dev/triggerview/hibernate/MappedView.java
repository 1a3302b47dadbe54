package dev.triggerview.hibernate;

import java.util.Optional;
import java.util.Set;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.view.View;
import dev.triggerview.view.WritableView;
import jakarta.persistence.Entity;
import org.hibernate.mapping.PersistentClass;

/**
 * An entity that is mapped to a view.
 *
 * @param entity the mapping
 * @param table the view as the mapping names it
 * @param view the view as the catalog has it, empty while it does not exist or the
 * catalog cannot be read
 * @param spaces the tables whose changes show in it, as Hibernate names them
 */
record MappedView(PersistentClass entity, RelationName table, Optional<View> view, Set<String> spaces) {

	boolean readOnly() {
		Class<?> type = this.entity.getMappedClass();
		return type == null || !type.isAnnotationPresent(WritableView.class);
	}

	/** Whether a repository maps a record to the view, without an entity. */
	boolean isRecord() {
		Class<?> type = this.entity.getMappedClass();
		return type != null && type.isRecord() && !type.isAnnotationPresent(Entity.class);
	}

	/** Whether the mapping has the query, so that the database need not have the view. */
	boolean hasQuery() {
		return this.entity.getTable().isView() || this.entity.getTable().isSubselect();
	}

	String entityName() {
		return this.entity.getEntityName();
	}

	String simpleName() {
		return this.entityName().substring(this.entityName().lastIndexOf('.') + 1);
	}

	/** Return the name of the view in the catalog, or else in the mapping. */
	RelationName name() {
		return this.view.map(View::name).orElse(this.table);
	}

	/** Return the name of the view, for people to read. */
	String viewName() {
		return name().toString();
	}

}
