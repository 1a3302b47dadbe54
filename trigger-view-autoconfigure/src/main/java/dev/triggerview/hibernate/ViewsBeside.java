package dev.triggerview.hibernate;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.view.ReadOnlyViewException;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.metamodel.mapping.EntityMappingType.ConstraintOrderedTableConsumer;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableInsertStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableMutationStrategy;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.from.SqmRoot;
import org.hibernate.query.sqm.tree.update.SqmAssignment;
import org.hibernate.query.sqm.tree.update.SqmUpdateStatement;

/**
 * The views beside the table of an entity: its secondary tables that it does not own.
 *
 * @param entity the name of the entity
 * @param views the views, as Hibernate names them
 * @param viewOfAttribute the attributes that are read from a view, and that
 */
record ViewsBeside(String entity, Set<String> views, Map<String, String> viewOfAttribute) {

	static ViewsBeside of(PersistentClass entity, SqlStringGenerationContext sql) {
		Map<String, String> viewOfAttribute = new HashMap<>();
		Set<String> views = joins(entity).filter(Join::isInverse).map((join) -> {
			String view = sql.format(join.getTable().getQualifiedTableName());
			for (Property property : join.getProperties()) {
				viewOfAttribute.put(property.getName(), view);
			}
			return view;
		}).collect(Collectors.toSet());
		return new ViewsBeside(entity.getEntityName(), views, viewOfAttribute);
	}

	/** Those of the entity, of what it extends and of what extends it. */
	static Stream<Join> joins(PersistentClass entity) {
		return Stream.concat(entity.getJoinClosure().stream(), entity.getSubclassJoinClosure().stream());
	}

	void refuse(String attribute) {
		String view = this.viewOfAttribute.get(attribute);
		if (view != null) {
			throw new ReadOnlyViewException(this.entity, view, "changing " + attribute);
		}
	}

	/**
	 * Hibernate asks for the tables to delete from, the ones it does not own included.
	 */
	ConstraintOrderedTableConsumer without(ConstraintOrderedTableConsumer tables) {
		return (table, keyColumns) -> {
			if (!this.views.contains(table)) {
				tables.consume(table, keyColumns);
			}
		};
	}

	SqmMultiTableMutationStrategy guardUpdates(SqmMultiTableMutationStrategy strategy) {
		return (statement, parameters, context) -> {
			if (statement instanceof SqmUpdateStatement<?> update) {
				refuse(update.getSetClause().getAssignments().stream().map(SqmAssignment::getTargetPath).toList());
			}
			return strategy.buildHandler(statement, parameters, context);
		};
	}

	SqmMultiTableInsertStrategy guardInserts(SqmMultiTableInsertStrategy strategy) {
		return (statement, parameters, context) -> {
			refuse(statement.getInsertionTargetPaths());
			return strategy.buildHandler(statement, parameters, context);
		};
	}

	private void refuse(Collection<? extends SqmPath<?>> targets) {
		targets.forEach((target) -> refuse(attribute(target)));
	}

	private static String attribute(SqmPath<?> path) {
		SqmPath<?> attribute = path;
		while (attribute.getLhs() != null && !(attribute.getLhs() instanceof SqmRoot<?>)) {
			attribute = attribute.getLhs();
		}
		return attribute.getReferencedPathSource().getPathName();
	}

}
