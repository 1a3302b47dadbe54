package dev.triggerview.hibernate;

import java.sql.JDBCType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.view.NearNames;
import dev.triggerview.view.Relations;
import dev.triggerview.view.View;
import dev.triggerview.view.ViewColumn;
import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.type.SqlTypes;

/** Compares the entities that are mapped to views with the catalog. */
final class ViewCheck {

	/** PostgreSQL JDBC, "Storing Binary Data": a large object is elsewhere. */
	private static final String LARGE_OBJECT = "oid";

	private static final String INTERVAL = "interval";

	/** The enum types of MariaDB, MySQL and H2, and PostgreSQL's text in any case. */
	private static final Set<String> COMPARED_WITH_TEXT = Set.of("enum", "citext");

	private final Metadata metadata;

	private final ViewMappings mappings;

	private final Relations relations;

	private final AnnotationNames names;

	ViewCheck(Metadata metadata, ViewMappings mappings, Relations relations) {
		this.metadata = metadata;
		this.mappings = mappings;
		this.relations = relations;
		this.names = new AnnotationNames(metadata, relations);
	}

	List<ViewProblem> problems() {
		List<ViewProblem> problems = new ArrayList<>();
		this.metadata.getEntityBindings()
			.stream()
			.sorted(Comparator.comparing(PersistentClass::getEntityName))
			.forEach((entity) -> {
				if (this.mappings.isDeclared(entity) && isTable(entity)) {
					problems.add(tableInsteadOfView(entity));
				}
			});
		this.mappings.views()
			.stream()
			.sorted(Comparator.comparing(MappedView::entityName))
			.forEach((view) -> check(view, problems));
		return problems;
	}

	private boolean isTable(PersistentClass entity) {
		return this.mappings.relation(entity.getTable()).isPresent() && this.mappings.view(entity.getTable()).isEmpty();
	}

	private void check(MappedView mapped, List<ViewProblem> problems) {
		Class<?> type = mapped.entity().getMappedClass();
		if (type != null && type.isRecord() && !mapped.isRecord()) {
			problems.add(record(mapped));
		}
		if (mapped.view().isEmpty()) {
			if (!mapped.hasQuery()) {
				problems.add(missing(mapped));
			}
			return;
		}
		View view = mapped.view().get();
		if (view.columns().isEmpty()) {
			return;
		}
		for (Column column : mapped.entity().getTable().getColumns()) {
			check(mapped, view, column).ifPresent(problems::add);
		}
	}

	private Optional<ViewProblem> check(MappedView mapped, View view, Column column) {
		Optional<ViewColumn> found = view.column(column.getName());
		if (found.isEmpty()) {
			return Optional.of(missingColumn(mapped, view, column));
		}
		int type = column.getSqlTypeCode(this.metadata);
		if (!this.relations.typed() && ColumnFit.isTemporal(type)) {
			return Optional.empty();
		}
		// Hibernate prefers the smallest number for an enum, and reads any.
		boolean anySize = column.getValue().getType().getReturnedClass().isEnum();
		if (ColumnFit.isNumber(type) && this.relations.typed()) {
			if (anySize && isOfOwnType(found.get())) {
				return Optional.of(enumOfDatabase(mapped, found.get(), column, "mapped to the numbers of an enum"));
			}
			if (found.get().type().toLowerCase(Locale.ROOT).startsWith(INTERVAL)) {
				return Optional.of(numberOfInterval(mapped, found.get(), attribute(mapped, column)));
			}
		}
		if (anySize && SqlTypes.isCharacterType(type) && isStrict(found.get())) {
			return Optional.of(enumOfDatabase(mapped, found.get(), column, "compared as text, which is refused"));
		}
		boolean apart = sqlType(column).equals(LARGE_OBJECT) && !found.get().type().equals(LARGE_OBJECT);
		if (apart || (type == SqlTypes.BLOB && !this.relations.typed())) {
			return Optional.of(largeObject(mapped, found.get(), column, apart));
		}
		if (isAsDeclared(found.get(), column)) {
			return Optional.empty();
		}
		return ColumnFit.problem(found.get(), type)
			.filter((mistake) -> !anySize || mistake.isMismatch())
			.map((mistake) -> misfit(mapped, found.get(), attribute(mapped, column), mistake));
	}

	/**
	 * Where a database has no type of this size, Hibernate declares a larger one and
	 * reads that. All numbers of Oracle are decimals: there the size tells them apart.
	 */
	private boolean isAsDeclared(ViewColumn column, Column attribute) {
		return column.jdbcType().filter((type) -> type != JDBCType.DECIMAL).isPresent()
				&& column.isOf(sqlType(attribute));
	}

	/**
	 * Empty if Hibernate reads a type that it cannot declare, such as one of a driver.
	 */
	private String sqlType(Column attribute) {
		try {
			return attribute.getSqlType(this.metadata);
		}
		catch (MappingException ex) {
			return "";
		}
	}

	/**
	 * An enum of the database: those of its drivers that return a number count from 1.
	 */
	private static boolean isOfOwnType(ViewColumn column) {
		return column.jdbcType().isEmpty() && !column.type().isEmpty();
	}

	/** One that is compared with its own values only, not with text. */
	private boolean isStrict(ViewColumn column) {
		return this.relations.typed() && isOfOwnType(column)
				&& !COMPARED_WITH_TEXT.contains(column.type().toLowerCase(Locale.ROOT));
	}

	private static ViewProblem enumOfDatabase(MappedView mapped, ViewColumn column, Column attribute, String use) {
		String name = attribute(mapped, attribute);
		String type = attribute.getValue().getType().getReturnedClass().getSimpleName();
		String named = column.type().equalsIgnoreCase("enum") ? "" : "    @JdbcTypeCode(SqlTypes.NAMED_ENUM)\n";
		return new ViewProblem(mapped.entityName(), mapped.viewName(),
				"type mismatch: column " + column.name() + " of view " + mapped.viewName() + " is "
						+ column.typeWithSize() + ", attribute " + name + " is " + use,
				"Map the attribute to the names:\n\n    @Enumerated(EnumType.STRING)\n" + named + "    private " + type
						+ " " + name + ";\n\nor cast in the view:\n\n    cast(... as varchar(20)) as " + column.name());
	}

	/**
	 * H2 and HSQLDB return the first field of an interval as its number, which Hibernate
	 * takes for nanoseconds; other drivers fail.
	 */
	private ViewProblem numberOfInterval(MappedView mapped, ViewColumn column, String attribute) {
		boolean known = this.metadata.getDatabase()
			.getTypeConfiguration()
			.getJdbcTypeRegistry()
			.hasRegisteredDescriptor(SqlTypes.INTERVAL_SECOND);
		return new ViewProblem(mapped.entityName(), mapped.viewName(),
				"type mismatch: column " + column.name() + " of view " + mapped.viewName() + " is "
						+ column.typeWithSize() + ", attribute " + attribute + " is read as a number",
				known ? "Read the interval as one:\n\n    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)\n    private Duration "
						+ attribute + ";" : "Read the interval as text:\n\n    private String " + attribute + ";");
	}

	private static ViewProblem largeObject(MappedView mapped, ViewColumn column, Column attribute, boolean apart) {
		String name = attribute(mapped, attribute);
		return new ViewProblem(mapped.entityName(), mapped.viewName(),
				"type mismatch: column " + column.name() + " of view " + mapped.viewName() + " is "
						+ column.typeWithSize() + ", attribute " + name + " is a large object, which is "
						+ (apart ? "an " + LARGE_OBJECT + " here" : "nothing that the driver reads"),
				"Remove @Lob from attribute " + name + ": " + column.typeWithSize() + " holds long values without it.");
	}

	private ViewProblem misfit(MappedView mapped, ViewColumn column, String attribute, ColumnFit mistake) {
		return new ViewProblem(mapped.entityName(), mapped.viewName(),
				mistake.word() + ": column " + column.name() + " of view " + mapped.viewName() + " is "
						+ column.typeWithSize() + ", attribute " + attribute + " is not",
				"Declare the attribute with the type of the column:\n\n    private " + mistake.javaType() + " "
						+ attribute + ";\n\nor cast in the view:\n\n    cast(... as " + mistake.sqlType() + ") as "
						+ column.name());
	}

	private ViewProblem missing(MappedView mapped) {
		List<RelationName> near = this.relations.near(mapped.table().name());
		String described = near.stream().map(RelationName::toString).collect(Collectors.joining(", "));
		RelationName first = near.isEmpty() ? mapped.table() : near.get(0);
		return new ViewProblem(mapped.entityName(), mapped.viewName(),
				"view " + mapped.table() + " does not exist" + (near.isEmpty() ? "" : "; near names are " + described),
				"Create the view in a migration that runs before Hibernate starts:\n\n    create view "
						+ mapped.table().name() + " as select ...;\n\nor map the "
						+ (mapped.isRecord() ? "record to one that exists:\n\n    " + this.names.view(first)
								: "entity to one that exists:\n\n    " + this.names.table(first)));
	}

	private ViewProblem missingColumn(MappedView mapped, View view, Column column) {
		List<String> names = view.columns().stream().map(ViewColumn::name).toList();
		List<String> near = NearNames.of(column.getName(), names);
		String described = near.isEmpty() ? "it has " + String.join(", ", names)
				: "near names are " + String.join(", ", near);
		String first = near.isEmpty() ? names.get(0) : near.get(0);
		return new ViewProblem(mapped.entityName(), mapped.viewName(),
				"column " + column.getName() + " is missing in view " + mapped.viewName() + "; " + described,
				"Map attribute " + attribute(mapped, column) + " to a column of the view:\n\n    "
						+ this.names.column(first)
						+ "\n\nor add the column to the view, or mark the attribute @Transient.");
	}

	private ViewProblem record(MappedView mapped) {
		return new ViewProblem(mapped.entityName(), mapped.viewName(),
				"a record cannot be an entity: Hibernate needs a constructor without arguments and fails at the first row",
				"Remove @Entity and read the view as records:\n\n    " + this.names.view(mapped.name())
						+ "\n    interface " + mapped.simpleName() + "s extends RecordRepository<" + mapped.simpleName()
						+ "> {\n    }\n\nor make it a class.");
	}

	private ViewProblem tableInsteadOfView(PersistentClass entity) {
		String table = this.mappings.relation(entity.getTable()).orElseThrow().toString();
		return new ViewProblem(entity.getEntityName(), table,
				table + " is a table, but its repository or annotation says that it is a view",
				"Map a view:\n\n    create view ... as select ... from " + table
						+ ";\n\nor, if it is meant to be a table, remove @ReadOnlyViewRepository from its repository "
						+ "and @WritableView from the entity.");
	}

	private static String attribute(MappedView mapped, Column column) {
		return mapped.entity()
			.getPropertyClosure()
			.stream()
			.filter((property) -> property.getColumns().contains(column))
			.map((property) -> property.getName())
			.findFirst()
			.orElse((mapped.entity().getIdentifierProperty() != null
					&& mapped.entity().getIdentifierProperty().getColumns().contains(column))
							? mapped.entity().getIdentifierProperty().getName() : column.getName());
	}

}
