package dev.triggerview.repository;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.hibernate.MappingException;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.data.repository.Repository;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * A view that is mapped to a record.
 *
 * @param repository the repository that reads it
 * @param view as the repository names it, empty to derive it from the record
 */
record RecordView(Class<?> repository, Class<?> row, String view, String[] baseTables) {

	/** Returns what a repository of records reads. */
	static RecordView of(Class<?> repository) {
		ReadOnlyViewRepository annotation = MergedAnnotations.from(repository, SearchStrategy.TYPE_HIERARCHY)
			.get(ReadOnlyViewRepository.class)
			.synthesize();
		return new RecordView(repository, row(repository), annotation.view(), annotation.baseTables());
	}

	/**
	 * Returns what several repositories read as one record. They have to agree on the
	 * view: Hibernate knows one for each class.
	 */
	static RecordView only(List<RecordView> views) {
		RecordView first = views.get(0);
		for (RecordView other : views) {
			if (!other.view.equalsIgnoreCase(first.view)) {
				throw new MappingException(first.repository.getName() + " reads " + first.row.getName() + " from view "
						+ first.view + ", " + other.repository.getName() + " reads it from " + other.view
						+ ". Declare a record of its own for each view.");
			}
		}
		String[] baseTables = views.stream()
			.flatMap((view) -> Stream.of(view.baseTables))
			.distinct()
			.toArray(String[]::new);
		return new RecordView(first.repository, first.row, first.view, baseTables);
	}

	static boolean isReadBy(Class<?> repository) {
		return row(repository).isRecord();
	}

	private static Class<?> row(Class<?> repository) {
		return ResolvableType.forClass(repository).as(Repository.class).getGeneric(0).toClass();
	}

	/**
	 * Returns the attributes of {@code @Table}. What SQL writes before the name is a
	 * catalog to Hibernate where the database has no schemas.
	 */
	Map<String, Object> table(NameQualifierSupport qualifiers) {
		String[] path = StringUtils.delimitedListToStringArray(this.view, ".");
		Assert.isTrue(path.length <= 3, () -> this.view + " is no name of a view");
		String name = path[path.length - 1];
		String schema = (path.length > 1) ? path[path.length - 2] : "";
		String catalog = (path.length > 2) ? path[path.length - 3] : "";
		boolean inCatalog = catalog.isEmpty() && qualifiers == NameQualifierSupport.CATALOG;
		return Map.of("name", name, "schema", inCatalog ? "" : schema, "catalog", inCatalog ? schema : catalog);
	}

}
