package dev.triggerview.hibernate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.view.Relations;
import dev.triggerview.view.View;
import dev.triggerview.view.WritableView;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Which tables of a mapping are views, and which tables their rows come from. */
final class ViewMappings {

	private final IdentifierHelper identifiers;

	private final SqlStringGenerationContext sql;

	private final boolean tenants;

	private final Optional<Relations> relations;

	private final Map<Class<?>, Set<String>> declared;

	private final Map<Table, Optional<RelationName>> relationOf = new HashMap<>();

	private final Map<RelationName, List<Table>> tablesOf = new HashMap<>();

	private final List<MappedView> views = new ArrayList<>();

	private final Set<PersistentClass> readOnly = new HashSet<>();

	/** By identity: subselects have no name, and Hibernate takes them for equal. */
	private final Set<Table> tablesOfViews = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<String> undiscovered = new HashSet<>();

	ViewMappings(Metadata metadata, SessionFactoryImplementor factory, Optional<Relations> relations,
			Map<Class<?>, Set<String>> declared) {
		this.identifiers = factory.getServiceRegistry().requireService(JdbcEnvironment.class).getIdentifierHelper();
		this.sql = factory.getSqlStringGenerationContext();
		this.tenants = factory.getSessionFactoryOptions().isMultiTenancyEnabled();
		this.relations = relations;
		this.declared = declared;
		find(metadata.collectTableMappings());
		metadata.getEntityBindings().forEach(this::add);
	}

	private void find(Collection<Table> tables) {
		for (Table table : tables) {
			Optional<RelationName> found = this.relations.filter((known) -> !table.isSubselect())
				.flatMap((known) -> find(known, name(table)));
			this.relationOf.put(table, found);
			found.ifPresent((name) -> this.tablesOf.computeIfAbsent(name, (key) -> new ArrayList<>()).add(table));
		}
	}

	/** The connection that reads the catalog may be none of a tenant. */
	private Optional<RelationName> find(Relations known, RelationName name) {
		Optional<RelationName> found = known.find(name);
		boolean unqualified = name.schema() == null && name.catalog() == null;
		return (found.isEmpty() && this.tenants && unqualified) ? known.findInAnySchema(name.name()) : found;
	}

	/** The entities that are mapped to views. */
	List<MappedView> views() {
		return this.views;
	}

	/** Whether an entity is mapped to a view that it does not write. */
	boolean isReadOnly(PersistentClass entity) {
		return this.readOnly.contains(entity);
	}

	/** Whether an entity is mapped to a view, or a part of one is. */
	boolean hasViews() {
		return !this.views.isEmpty() || this.relationOf.keySet().stream().anyMatch(this::isView);
	}

	/** The view that a table of the mapping is, if the catalog has it. */
	Optional<View> view(Table table) {
		return relation(table).flatMap((name) -> this.relations.flatMap((known) -> known.view(name)));
	}

	/** What the catalog has for a table of the mapping. */
	Optional<RelationName> relation(Table table) {
		return this.relationOf.getOrDefault(table, Optional.empty());
	}

	/** Whether an entity is mapped to this table that is a view. */
	boolean isView(Table table) {
		return view(table).isPresent() || this.tablesOfViews.contains(table);
	}

	/** Whether Hibernate itself is to create a view, by its query in the mapping. */
	boolean isCreatedByHibernate(Table table) {
		return table.isView() && relation(table).isEmpty();
	}

	/** Whether an entity has a view as secondary table, which it does not write. */
	boolean isBesideView(PersistentClass entity) {
		return ViewsBeside.joins(entity).anyMatch((join) -> join.isInverse() && isView(join.getTable()));
	}

	/** The views of the database that would go with a table. */
	List<View> reading(Table table) {
		return relation(table)
			.map((name) -> this.relations.stream()
				.flatMap((known) -> known.views().stream())
				.filter((view) -> view.readsTransitively().contains(name))
				.toList())
			.orElse(List.of());
	}

	/** Whether somebody declared that an entity is mapped to a view. */
	boolean isDeclared(PersistentClass entity) {
		Class<?> type = entity.getMappedClass();
		return type != null && (this.declared.containsKey(type) || type.isAnnotationPresent(WritableView.class));
	}

	/** Says which views the catalog does not have yet, if any. */
	Optional<String> withoutCatalog() {
		if (this.undiscovered.isEmpty()) {
			return Optional.empty();
		}
		String names = this.undiscovered.stream().sorted().collect(Collectors.joining(", "));
		return Optional.of("The catalog does not tell which tables these views read: " + names
				+ ". Queries on them see the pending changes of the baseTables of their @ReadOnlyViewRepository alone.");
	}

	/** The name of a table as the catalog would have it. */
	RelationName name(Table table) {
		return new RelationName(folded(table.getCatalogIdentifier(), this.sql.getDefaultCatalog()),
				folded(table.getSchemaIdentifier(), this.sql.getDefaultSchema()),
				this.identifiers.toMetaDataObjectName(table.getNameIdentifier()));
	}

	private @Nullable String folded(@Nullable Identifier explicit, @Nullable Identifier standard) {
		Identifier qualifier = (explicit != null) ? explicit : standard;
		return (qualifier != null) ? this.identifiers.toMetaDataSchemaName(qualifier) : null;
	}

	private void add(PersistentClass entity) {
		Optional<View> view = view(entity.getTable());
		boolean missing = relation(entity.getTable()).isEmpty();
		if (view.isPresent() || (missing && (isDeclared(entity) || entity.getTable().isView()))) {
			Set<String> spaces = new HashSet<>(declaredSpaces(entity));
			view.map(this::spaces).ifPresent(spaces::addAll);
			MappedView mapped = new MappedView(entity, name(entity.getTable()), view, spaces);
			this.views.add(mapped);
			this.tablesOfViews.add(entity.getTable());
			if (mapped.readOnly()) {
				this.readOnly.add(entity);
			}
			if (view.filter(ViewMappings::tellsWhatItReads).isEmpty()) {
				this.undiscovered.add(mapped.viewName());
			}
		}
	}

	/**
	 * An account without the right to see the definition may see the view all the same.
	 */
	private static boolean tellsWhatItReads(View view) {
		return view.definition().isPresent() || !view.reads().isEmpty();
	}

	/** The mapped tables whose changes show in a view, as Hibernate names them. */
	Set<String> spaces(View view) {
		return view.readsTransitively()
			.stream()
			.flatMap((name) -> this.tablesOf.getOrDefault(name, List.of()).stream())
			.map(this::space)
			.collect(Collectors.toSet());
	}

	private Set<String> declaredSpaces(PersistentClass entity) {
		return this.declared.getOrDefault(entity.getMappedClass(), Set.of())
			.stream()
			.map(this::space)
			.collect(Collectors.toSet());
	}

	/**
	 * Whether pending changes of these tables are flushed before an entity is queried.
	 */
	boolean isFlushedFor(PersistentClass entity, Set<String> tables) {
		return tables.stream()
			.allMatch((table) -> entity.getSynchronizedTables().contains(table)
					|| entity.getSynchronizedTables().contains(space(table)));
	}

	private String space(String name) {
		return this.relationOf.keySet()
			.stream()
			.filter((table) -> name.equalsIgnoreCase(table.getName()) || name.equalsIgnoreCase(space(table)))
			.map(this::space)
			.findFirst()
			.orElse(name);
	}

	private String space(Table table) {
		return this.sql.format(table.getQualifiedTableName());
	}

}
