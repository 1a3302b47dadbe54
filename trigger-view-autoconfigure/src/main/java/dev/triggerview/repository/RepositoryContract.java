package dev.triggerview.repository;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.query.Procedure;
import org.springframework.data.jpa.repository.support.JpaRepositoryImplementation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ReflectionUtils;

/**
 * What the interface of a read-only repository may declare. It is judged by reflection,
 * so that a violation ends the build of an application that is processed ahead of time
 * and the start of every other one.
 */
record RepositoryContract(Class<?> repository) {

	private static final Pattern DERIVED_WRITE = Pattern.compile("(delete|remove)(\\p{Lu}.*)?");

	private static final Pattern READING_QUERY = Pattern.compile(
			"(\\s|\\(|--[^\\n]*\\n|/\\*.*?\\*/)*(select|from|with|values|table)\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Set<String> READS = names(ViewRepository.class, (method) -> true);

	private static final Set<String> REFERENCES = Set.of("getReferenceById", "getById", "getOne");

	private static final Set<String> WRITES = names(JpaRepositoryImplementation.class,
			(method) -> !READS.contains(method.getName()) && !REFERENCES.contains(method.getName()));

	static RepositoryContract of(Class<?> repository) {
		return new RepositoryContract(repository);
	}

	void requireOnlyReads() {
		List<String> violations = violations();
		if (!violations.isEmpty()) {
			throw new WritingViewRepositoryException(this.repository, violations);
		}
	}

	private List<String> violations() {
		List<String> violations = new ArrayList<>();
		if (opensWritingTransaction(this.repository)) {
			violations.add(this.repository.getSimpleName() + " is annotated with @Transactional that is not read-only");
		}
		declaredMethods().collect(Collectors.groupingBy(Method::getDeclaringClass))
			.forEach((declaring, methods) -> violations.addAll(violations(declaring, methods)));
		violations.sort(Comparator.naturalOrder());
		return violations;
	}

	private static List<String> violations(Class<?> declaring, List<Method> methods) {
		Map<String, List<String>> namesByReason = methods.stream()
			.collect(Collectors.groupingBy(RepositoryContract::reason,
					Collectors.mapping(Method::getName, Collectors.toList())));
		return namesByReason.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().isEmpty())
			.map((entry) -> declaring.getSimpleName() + " declares "
					+ entry.getValue().stream().distinct().sorted().collect(Collectors.joining(", ")) + ", which "
					+ entry.getKey())
			.toList();
	}

	private Stream<Method> declaredMethods() {
		return Arrays.stream(this.repository.getMethods())
			.filter((method) -> !reads(method.getDeclaringClass()))
			.filter((method) -> !method.isDefault() && !ReflectionUtils.isObjectMethod(method));
	}

	/** What our own interfaces declare only reads; it is as much for each repository. */
	private static boolean reads(Class<?> declaring) {
		return declaring.isAssignableFrom(ViewRepository.class) || declaring.isAssignableFrom(RecordRepository.class);
	}

	/** Returns why the method is no read, empty when it is one. */
	private static String reason(Method method) {
		MergedAnnotations annotations = MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY);
		if (annotations.isPresent(Modifying.class)) {
			return "is annotated with @Modifying";
		}
		if (annotations.isPresent(Lock.class)) {
			return "locks rows";
		}
		if (annotations.isPresent(Procedure.class)) {
			return "calls a stored procedure";
		}
		if (opensWritingTransaction(method)) {
			return "opens a transaction that is not read-only";
		}
		if (!reads(annotations.get(Query.class))) {
			return "has a query that does not read";
		}
		return reasonByName(method, annotations.isPresent(Query.class));
	}

	private static String reasonByName(Method method, boolean declaresQuery) {
		if (WRITES.contains(method.getName())) {
			return "writes";
		}
		boolean derived = !declaresQuery && DERIVED_WRITE.matcher(method.getName()).matches();
		return derived ? "is a derived delete" : "";
	}

	private static boolean reads(MergedAnnotation<Query> query) {
		String text = query.getValue(MergedAnnotation.VALUE, String.class).orElse("");
		return text.isEmpty() || READING_QUERY.matcher(text).matches();
	}

	private static boolean opensWritingTransaction(AnnotatedElement element) {
		MergedAnnotations annotations = MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY);
		MergedAnnotation<Transactional> transaction = annotations.get(Transactional.class);
		return annotations.isPresent("jakarta.transaction.Transactional")
				|| (transaction.isPresent() && !transaction.getBoolean("readOnly"));
	}

	private static Set<String> names(Class<?> type, Predicate<Method> filter) {
		return Arrays.stream(type.getMethods()).filter(filter).map(Method::getName).collect(Collectors.toSet());
	}

}
