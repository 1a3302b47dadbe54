package dev.triggerview.repository;

import java.util.Map;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.data.repository.Repository;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * A view that is mapped to a record.
 *
 * @param view as the repository names it, empty to derive it from the record
 */
record RecordView(Class<?> row, String view, String[] baseTables) {

	/** Returns what a repository of records reads. */
	static RecordView of(Class<?> repository) {
		ReadOnlyViewRepository annotation = MergedAnnotations.from(repository, SearchStrategy.TYPE_HIERARCHY)
			.get(ReadOnlyViewRepository.class)
			.synthesize();
		return new RecordView(row(repository), annotation.view(), annotation.baseTables());
	}

	static boolean isReadBy(Class<?> repository) {
		return row(repository).isRecord();
	}

	private static Class<?> row(Class<?> repository) {
		return ResolvableType.forClass(repository).as(Repository.class).getGeneric(0).toClass();
	}

	/** Returns the attributes of {@code @Table}. */
	Map<String, Object> table() {
		String[] path = StringUtils.delimitedListToStringArray(this.view, ".");
		Assert.isTrue(path.length <= 3, () -> this.view + " is no name of a view");
		String name = path[path.length - 1];
		String schema = (path.length > 1) ? path[path.length - 2] : "";
		String catalog = (path.length > 2) ? path[path.length - 3] : "";
		return Map.of("name", name, "schema", schema, "catalog", catalog);
	}

}
