package dev.triggerview.event;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.spi.NavigablePath;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * The properties of an entity that are columns of its row, by name and position.
 *
 * @param <T> the entity
 */
final class EntityModel<T> {

	private final EntityPersister persister;

	private final Class<T> type;

	private final Map<String, Property> properties = new LinkedHashMap<>();

	private final Identifier identifier;

	private final FixedProperties fixed;

	private final Map<Class<?>, ResolvableType> eventTypes = new ConcurrentHashMap<>();

	@SuppressWarnings("unchecked")
	EntityModel(EntityPersister persister) {
		this.persister = persister;
		this.type = (Class<T>) persister.getMappedClass();
		this.identifier = new Identifier(persister);
		this.fixed = new FixedProperties(persister);
		String[] names = persister.getPropertyNames();
		for (int position = 0; position < names.length; position++) {
			Type propertyType = persister.getPropertyTypes()[position];
			// Hibernate maps the identifiers of an IdClass a second time.
			if (!names[position].equals(NavigablePath.IDENTIFIER_MAPPER_PROPERTY)
					&& propertyType.getColumnSpan(persister.getFactory().getRuntimeMetamodels()) > 0
					&& hasColumn(persister.getAttributeMapping(position))) {
				this.properties.put(names[position],
						new Property(names[position], position, propertyType, persister.getFactory()));
			}
		}
	}

	/** What a formula computes is no column, and Hibernate does not compute it anew. */
	private static boolean hasColumn(ModelPart property) {
		AtomicBoolean found = new AtomicBoolean();
		property.forEachSelectable((index, column) -> found.compareAndSet(false, !column.isFormula()));
		return found.get();
	}

	EntityPersister persister() {
		return this.persister;
	}

	Class<T> type() {
		return this.type;
	}

	ResolvableType eventType(Class<?> event) {
		return this.eventTypes.computeIfAbsent(event, (raw) -> ResolvableType.forClassWithGenerics(raw, this.type));
	}

	Set<String> properties() {
		return Collections.unmodifiableSet(this.properties.keySet());
	}

	/** Return the properties in the order of the mapping. */
	Collection<Property> columns() {
		return this.properties.values();
	}

	/** Return a property by its name, null when the row has none. */
	@Nullable Property column(String name) {
		return this.properties.get(name);
	}

	/** Return how the identifier is called, or each of several. */
	List<String> identifierNames() {
		return this.identifier.names();
	}

	/** Return whether a path leads to the identifier or to a part of it. */
	boolean isIdentifier(String path) {
		return this.identifier.has(path);
	}

	/** Return what two identifiers of the same row have in common. */
	Object identity(Object id) {
		return this.identifier.identity(id);
	}

	@Nullable Object identifierValue(@Nullable Object id, String path) {
		return this.identifier.value(id, path);
	}

	/** Refuse a path that the row does not have. */
	void require(String path) {
		property(path).at(Property.tail(path));
	}

	/**
	 * Refuse a path whose beginning the row does not have: what follows a reference
	 * belongs to another row.
	 */
	void requireReadable(String path) {
		int dot = path.indexOf('.');
		while (dot > 0 && isEmbedded(path.substring(0, dot))) {
			dot = path.indexOf('.', dot + 1);
		}
		String own = (dot > 0) ? path.substring(0, dot) : path;
		if (!isIdentifier(own)) {
			require(own);
		}
	}

	boolean isEmbedded(String path) {
		if (isIdentifier(path)) {
			return false;
		}
		return property(path).at(Property.tail(path)).type() instanceof ComponentType;
	}

	@Nullable Object value(@Nullable Object[] row, String path) {
		Property property = property(path);
		return property.part(row[property.position()], Property.tail(path));
	}

	/** Return what tells a reader of a value: of another entity, which one it is. */
	@Nullable Object text(String name, @Nullable Object value) {
		Property property = this.properties.get(name);
		return (value != null && property != null && Reference.is(property.type()))
				? Reference.of(property.type(), value, this.persister.getFactory()) : value;
	}

	void set(@Nullable Object[] row, String path, @Nullable Object value) {
		Property property = property(path);
		row[property.position()] = property.with(row[property.position()], Property.tail(path), value);
	}

	/**
	 * Give the entity the value that a row has, as a copy: whoever changes it in place
	 * changes the entity and not what Hibernate remembers of the row.
	 */
	void apply(@Nullable Object[] row, String path, T entity) {
		Property property = property(path);
		Object copy = property.copy(row[property.position()]);
		Property.adopt(property.type(), copy, entity);
		this.persister.setValue(entity, property.position(), copy);
		if (entity instanceof SelfDirtinessTracker tracker) {
			// Hibernate asks an enhanced entity which columns to update.
			tracker.$$_hibernate_trackChange(property.path());
		}
	}

	/** What is inserted needs no update, which an enhanced entity would ask for. */
	void inserted(@Nullable Object[] row, T entity) {
		if (entity instanceof SelfDirtinessTracker tracker && tracker.$$_hibernate_hasDirtyAttributes()) {
			@Nullable Object[] values = values(entity);
			String[] dirty = tracker.$$_hibernate_getDirtyAttributes();
			tracker.$$_hibernate_clearDirtyAttributes();
			for (String name : dirty) {
				Property property = this.properties.get(Property.head(name));
				if (property == null || property.differs(row, values)) {
					tracker.$$_hibernate_trackChange(name);
				}
			}
		}
	}

	/** Return the properties whose columns no update has. */
	FixedProperties fixed() {
		return this.fixed;
	}

	/** Return what the entity holds, by the positions of a row. */
	@Nullable Object[] values(T entity) {
		return this.persister.getValues(entity);
	}

	boolean differs(@Nullable Object[] old, @Nullable Object[] now, String path) {
		Property property = property(path);
		return property.differs(old[property.position()], now[property.position()], Property.tail(path));
	}

	Set<String> changed(@Nullable Object[] old, @Nullable Object[] now) {
		Set<String> changed = new LinkedHashSet<>();
		for (Property property : this.properties.values()) {
			property.collectChanged(old[property.position()], now[property.position()], changed);
		}
		return Collections.unmodifiableSet(changed);
	}

	private Property property(String path) {
		Property property = this.properties.get(Property.head(path));
		if (property == null) {
			throw unknown(path);
		}
		return property;
	}

	private IllegalArgumentException unknown(String path) {
		return new IllegalArgumentException("The row of " + this.type.getName() + " has no property '" + path
				+ "'; it has " + this.properties.keySet());
	}

}
