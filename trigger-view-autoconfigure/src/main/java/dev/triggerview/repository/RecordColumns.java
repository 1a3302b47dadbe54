package dev.triggerview.repository;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Selection;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.jpa.repository.query.QueryUtils;
import org.springframework.util.Assert;

/** The columns that a record is made of, named by its components. */
record RecordColumns(List<String> names) {

	static RecordColumns of(Class<?> type) {
		Assert.isTrue(type.isRecord(), () -> type.getName() + " is not a record");
		return new RecordColumns(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList());
	}

	Selection<?>[] in(From<?, ?> entity) {
		return this.names.stream().map((name) -> column(entity, name)).toArray(Selection[]::new);
	}

	private static Selection<?> column(From<?, ?> entity, String name) {
		PropertyPath path = PropertyPath.from(name, entity.getJavaType());
		return QueryUtils.toExpressionRecursively(entity, path, true);
	}

}
