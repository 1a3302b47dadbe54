package dev.triggerview.repository;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.util.ClassUtils;

/**
 * The names that records have in queries. Records are often nested in their repositories
 * and called the same there, where entities have to differ.
 */
final class RecordNames {

	private final Set<String> entities;

	private final Map<String, Long> uses;

	RecordNames(Collection<Class<?>> rows, Set<String> entities) {
		this.entities = entities;
		this.uses = rows.stream()
			.flatMap(RecordNames::candidates)
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
	}

	/** Return the shortest name that no other record and no entity has. */
	String of(Class<?> row) {
		return candidates(row).filter(this::isUnique).findFirst().orElseGet(row::getName);
	}

	/** Return every name that queries may use; the first is the shortest. */
	Stream<String> all(Class<?> row) {
		return candidates(row).filter(this::isUnique);
	}

	private boolean isUnique(String name) {
		return this.uses.getOrDefault(name, 0L) == 1 && !this.entities.contains(name);
	}

	/** Spring Data takes {@code #{#entityName}} to be the name without the package. */
	private static Stream<String> candidates(Class<?> row) {
		String packageName = ClassUtils.getPackageName(row);
		String unqualified = packageName.isEmpty() ? row.getName() : row.getName().substring(packageName.length() + 1);
		return Stream.of(row.getSimpleName(), unqualified, row.getName()).distinct();
	}

}
