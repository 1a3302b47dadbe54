package dev.triggerview.repository;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.Metamodel;
import org.jspecify.annotations.Nullable;

/** A JPQL query that can be run on a view which is mapped to a record. */
record RecordJpql(String text, Class<?> resultType) {

	private static final String FROM = "from\\s+(?<entity>[\\w.$]+)"
			+ "(?:\\s+(?:as\\s+)?(?!(?:where|group|having|order|limit|offset|fetch|cross|inner|join|left)\\b)(?<alias>\\w+))?"
			+ "(?<rest>\\W.*)?";

	private static final Pattern SELECT_ROWS = compile(
			"\\s*(?:(?<select>select\\s+(?:distinct\\s+)?)(?<row>\\w+)\\s+)?" + FROM);

	private static final Pattern COUNT_ROWS = compile("\\s*select\\s+count\\s*\\((?<row>\\w+)\\)\\s+" + FROM);

	/** Returns null for a query that selects no whole record: it runs as it is. */
	static @Nullable RecordJpql parse(String jpql, Metamodel metamodel) {
		Matcher count = COUNT_ROWS.matcher(jpql);
		if (row(count, metamodel) != null) {
			return new RecordJpql("select count(*) " + from(count), Long.class);
		}
		Matcher select = SELECT_ROWS.matcher(jpql);
		Class<?> row = row(select, metamodel);
		if (row == null) {
			return null;
		}
		String clause = Objects.requireNonNullElse(select.group("select"), "select ");
		return new RecordJpql(clause + columns(alias(select), row) + " " + from(select), row);
	}

	private static @Nullable Class<?> row(Matcher query, Metamodel metamodel) {
		if (!query.matches() || !selectsRow(query)) {
			return null;
		}
		return metamodel.getEntities()
			.stream()
			.filter((entity) -> isNamed(entity, query.group("entity")))
			.<Class<?>>map(EntityType::getJavaType)
			.filter((type) -> type != null && type.isRecord())
			.findFirst()
			.orElse(null);
	}

	private static boolean isNamed(EntityType<?> entity, String name) {
		Class<?> type = entity.getJavaType();
		return entity.getName().equals(name) || (type != null && (type.getName().equals(name) || isNested(type, name)));
	}

	/** What Spring Data makes of {@code #{#entityName}}. */
	private static boolean isNested(Class<?> type, String name) {
		return name.indexOf('$') > 0 && type.getName().endsWith("." + name);
	}

	private static boolean selectsRow(Matcher query) {
		return Objects.requireNonNullElse(query.group("row"), alias(query)).equals(alias(query));
	}

	private static String alias(Matcher query) {
		return Objects.requireNonNullElse(query.group("alias"), "the_row");
	}

	private static String from(Matcher query) {
		return "from " + query.group("entity") + " " + alias(query)
				+ Objects.requireNonNullElse(query.group("rest"), "");
	}

	private static String columns(String alias, Class<?> row) {
		return Arrays.stream(row.getRecordComponents())
			.map(RecordComponent::getName)
			.map((column) -> alias + "." + column)
			.collect(Collectors.joining(", "));
	}

	private static Pattern compile(String pattern) {
		return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
	}

}
