package dev.triggerview.repository;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Selection;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.Attribute.PersistentAttributeType;
import jakarta.persistence.metamodel.EntityType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.NullHandling;
import org.springframework.data.domain.Sort.Order;
import org.springframework.data.jpa.repository.query.QueryUtils;
import org.springframework.util.Assert;

/**
 * The columns that a record is made of, named by its components.
 *
 * @param type the record
 * @param entity the entity that has the columns
 * @param names the names of the components
 * @param basic the attributes of the entity that are one column each
 */
record RecordColumns(Class<?> type, EntityType<?> entity, List<String> names, Set<String> basic) {

	static RecordColumns of(Class<?> type, EntityType<?> entity) {
		Assert.isTrue(type.isRecord(), () -> type.getName() + " is not a record");
		List<String> names = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
		return new RecordColumns(type, entity, names,
				entity.getAttributes()
					.stream()
					.filter((attribute) -> attribute.getPersistentAttributeType() == PersistentAttributeType.BASIC)
					.map(Attribute::getName)
					.collect(Collectors.toSet()));
	}

	/**
	 * Returns the query of all rows as text, of which Hibernate keeps the plan, or null
	 * where a name alone does not say what is read or sorted.
	 */
	@Nullable String allRows(Sort sort) {
		if (!this.basic.containsAll(this.names) || !sort.stream().allMatch(this::isPlain)) {
			return null;
		}
		String columns = this.names.stream().map((name) -> "r." + name).collect(Collectors.joining(", "));
		String order = sort.stream()
			.map((by) -> "r." + by.getProperty() + " " + by.getDirection())
			.collect(Collectors.joining(", "));
		return "select new " + this.type.getName() + "(" + columns + ") from " + this.entity.getName() + " r"
				+ (order.isEmpty() ? "" : " order by " + order);
	}

	private boolean isPlain(Order by) {
		return this.basic.contains(by.getProperty()) && !by.isIgnoreCase()
				&& by.getNullHandling() == NullHandling.NATIVE;
	}

	Selection<?>[] in(From<?, ?> from) {
		return this.names.stream().map((name) -> column(from, name)).toArray(Selection[]::new);
	}

	private Selection<?> column(From<?, ?> from, String name) {
		return this.basic.contains(name) ? from.get(name)
				: QueryUtils.toExpressionRecursively(from, PropertyPath.from(name, this.entity.getJavaType()), true);
	}

}
