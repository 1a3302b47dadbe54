package dev.triggerview.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.jspecify.annotations.Nullable;

/**
 * A row by property names. The new row of a before-event is alive: it shows what
 * listeners set.
 */
public final class Row {

	private final EntityModel<?> model;

	private final @Nullable Object id;

	private final @Nullable Object[] values;

	Row(EntityModel<?> model, @Nullable Object id, @Nullable Object[] values) {
		this.model = model;
		this.id = id;
		this.values = values;
	}

	/**
	 * Return a value, null for NULL.
	 * @param property a property, the path of an embedded one ({@code address.city}), the
	 * identifier's name, or the path or name of a part of it
	 * @throws IllegalArgumentException if the row has no such property
	 */
	public @Nullable Object get(String property) {
		return this.model.isIdentifier(property) ? this.model.identifierValue(this.id, property)
				: this.model.value(this.values, property);
	}

	/**
	 * Return a value of a type, null for NULL.
	 * @param <V> the type
	 * @param property a property or the path of an embedded one
	 * @param type the type of the value
	 * @throws IllegalArgumentException if the row has no such property
	 * @throws ClassCastException if the value is of another type
	 */
	public <V> @Nullable V get(String property, Class<V> type) {
		return type.cast(get(property));
	}

	/** Return the properties, without the identifier, in the order of the mapping. */
	public Set<String> properties() {
		return this.model.properties();
	}

	/**
	 * Return a copy: the identifier, or each of several, then each property with its
	 * value. What is lazy and was not loaded is left out.
	 */
	public Map<String, @Nullable Object> toMap() {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		this.model.identifierNames().forEach((name) -> map.put(name, get(name)));
		this.model.columns()
			.stream()
			.filter((property) -> this.values[property.position()] != LazyPropertyInitializer.UNFETCHED_PROPERTY)
			.forEach((property) -> map.put(property.path(), this.values[property.position()]));
		return Collections.unmodifiableMap(map);
	}

	/** Describe the row, without loading the entities that it refers to. */
	@Override
	public String toString() {
		StringJoiner text = new StringJoiner(", ", this.model.type().getSimpleName() + "{", "}");
		toMap().forEach((name, value) -> text.add(name + "=" + this.model.text(name, value)));
		return text.toString();
	}

}
