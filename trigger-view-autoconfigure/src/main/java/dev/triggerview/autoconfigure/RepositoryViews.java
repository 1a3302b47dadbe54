package dev.triggerview.autoconfigure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.triggerview.repository.ReadOnlyViewRepository;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.data.repository.Repository;

/**
 * The entities and records that read-only repositories declare to be views, and the
 * tables that these read. No repository is created to find out.
 */
final class RepositoryViews {

	private RepositoryViews() {
	}

	static Map<Class<?>, Set<String>> in(ListableBeanFactory beanFactory) {
		Map<Class<?>, Set<String>> views = new HashMap<>();
		// Factory beans that are not created yet count among those of any scope only.
		for (String name : beanFactory.getBeanNamesForType(Repository.class, true, false)) {
			Class<?> repository = beanFactory.getType(name, false);
			if (repository != null) {
				add(repository, views);
			}
		}
		return views;
	}

	private static void add(Class<?> repository, Map<Class<?>, Set<String>> views) {
		Class<?> entity = ResolvableType.forClass(repository).as(Repository.class).resolveGeneric(0);
		if (entity != null) {
			MergedAnnotations.from(repository, SearchStrategy.TYPE_HIERARCHY)
				.stream(ReadOnlyViewRepository.class)
				.forEach((annotation) -> views.computeIfAbsent(entity, (key) -> new HashSet<>())
					.addAll(List.of(annotation.getStringArray("baseTables"))));
		}
	}

}
