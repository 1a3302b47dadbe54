package dev.triggerview.event;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.metamodel.spi.EmbeddableRepresentationStrategy;
import org.hibernate.property.access.spi.PropertyAccess;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * A property of a row, or a part of an embedded one.
 *
 * @param path the path from the entity
 * @param position the position in the arrays of the owner
 * @param type Hibernate's type, which knows when two values are equal
 * @param owner the embedded type that this is a part of, null for a property of the
 * entity
 * @param factory what Hibernate asks to compare two references
 */
record Property(String path, int position, Type type, @Nullable ComponentType owner,
		SessionFactoryImplementor factory) {

	Property(String name, int position, Type type, SessionFactoryImplementor factory) {
		this(name, position, type, null, factory);
	}

	/** Return the part of a value at the rest of a path; the value itself without one. */
	@Nullable Object part(@Nullable Object value, @Nullable String rest) {
		if (value == LazyPropertyInitializer.UNFETCHED_PROPERTY) {
			throw new IllegalStateException("'" + this.path + "' is lazy and was not loaded");
		}
		if (rest == null) {
			return value;
		}
		Property part = part(rest);
		return part.part(part.of(value), tail(rest));
	}

	/** Return the part at the rest of a path, this one without a rest. */
	Property at(@Nullable String rest) {
		return (rest != null) ? part(rest).at(tail(rest)) : this;
	}

	/**
	 * Return the value with another part: an embedded value is never changed in place,
	 * because the old row may share it.
	 */
	@Nullable Object with(@Nullable Object value, @Nullable String rest, @Nullable Object newPart) {
		if (rest == null) {
			return checked(newPart);
		}
		Property part = part(rest);
		ComponentType embedded = (ComponentType) this.type;
		@Nullable Object[] parts = (value != null) ? embedded.getPropertyValues(value).clone()
				: new @Nullable Object[embedded.getPropertyNames().length];
		parts[part.position] = part.with(parts[part.position], tail(rest), newPart);
		String embeddable = ((value != null) ? value.getClass() : embedded.getReturnedClass()).getName();
		EmbeddableMappingType mapped = embedded.mappingModelPart().getEmbeddableTypeDescriptor();
		if (mapped.isPolymorphic() && !mapped.findSubtypeBySubclass(embeddable).declaresAttribute(part.position)) {
			throw new IllegalArgumentException(
					"'" + this.path + "' is a " + embeddable + ", which has no '" + head(rest) + "'");
		}
		return (value != null) ? like(embedded, value, parts) : embedded(embedded, embeddable, parts);
	}

	/** Return an embedded value as another one, of the same entity, with these parts. */
	static Object like(ComponentType type, Object like, @Nullable Object[] parts) {
		Object embedded = embedded(type, like.getClass().getName(), parts);
		PropertyAccess parent = type.mappingModelPart().getParentInjectionAttributePropertyAccess();
		if (parent != null) {
			parent.getSetter().set(embedded, parent.getGetter().get(like));
		}
		return embedded;
	}

	/** Tell an embedded value, and those inside of it, whose it is ({@code @Parent}). */
	static void adopt(Type type, @Nullable Object value, Object entity) {
		if (value != null && type instanceof ComponentType embedded) {
			PropertyAccess parent = embedded.mappingModelPart().getParentInjectionAttributePropertyAccess();
			if (parent != null) {
				parent.getSetter().set(value, entity);
			}
			@Nullable Object[] parts = embedded.getPropertyValues(value);
			for (int part = 0; part < parts.length; part++) {
				adopt(embedded.getSubtypes()[part], parts[part], entity);
			}
		}
	}

	/** Return an embedded value of a class that has these parts. */
	static Object embedded(ComponentType type, String embeddable, @Nullable Object[] parts) {
		EmbeddableMappingType mapped = type.mappingModelPart().getEmbeddableTypeDescriptor();
		EmbeddableRepresentationStrategy strategy = mapped.getRepresentationStrategy();
		return (mapped.isPolymorphic() ? strategy.getInstantiatorForClass(embeddable) : strategy.getInstantiator())
			.instantiate(() -> parts);
	}

	/** Return a value that nobody who changes the other one in place changes. */
	@Nullable Object copy(@Nullable Object value) {
		return (value != LazyPropertyInitializer.UNFETCHED_PROPERTY) ? this.type.deepCopy(value, this.factory) : value;
	}

	/** Return whether two rows have different values of this property. */
	boolean differs(@Nullable Object[] old, @Nullable Object[] now) {
		return differs(old[this.position], now[this.position], null);
	}

	boolean differs(@Nullable Object old, @Nullable Object now, @Nullable String rest) {
		if (old == now) {
			return false;
		}
		if (rest != null) {
			Property part = part(rest);
			return part.differs(part.of(old), part.of(now), tail(rest));
		}
		if (this.type instanceof ComponentType embedded) {
			// No embedded value and one without values are the same columns.
			return parts(embedded).anyMatch((part) -> part.differs(part.of(old), part.of(now), null));
		}
		if (old == LazyPropertyInitializer.UNFETCHED_PROPERTY || now == LazyPropertyInitializer.UNFETCHED_PROPERTY) {
			return true;
		}
		if (old != null && now != null && this.type.isAnyType()) {
			return !Reference.of(this.type, old, this.factory).isSame(Reference.of(this.type, now, this.factory));
		}
		return old == null || now == null || !this.type.isEqual(old, now, this.factory);
	}

	void collectChanged(@Nullable Object old, @Nullable Object now, Set<String> changed) {
		if (old != now && this.type instanceof ComponentType embedded) {
			parts(embedded).forEach((part) -> part.collectChanged(part.of(old), part.of(now), changed));
		}
		else if (differs(old, now, null)) {
			changed.add(this.path);
		}
	}

	private Stream<Property> parts(ComponentType embedded) {
		return IntStream.range(0, embedded.getPropertyNames().length)
			.filter((index) -> hasColumn(embedded, index))
			.mapToObj((index) -> part(embedded, index));
	}

	private Property part(String rest) {
		String name = head(rest);
		if (this.type instanceof ComponentType embedded) {
			int index = Arrays.asList(embedded.getPropertyNames()).indexOf(name);
			if (index >= 0 && hasColumn(embedded, index)) {
				return part(embedded, index);
			}
		}
		throw new IllegalArgumentException("'" + this.path + "' has no part '" + name + "'");
	}

	/** What a formula computes is no column. The class of a value is one, and no part. */
	private static boolean hasColumn(ComponentType embedded, int index) {
		EmbeddableMappingType mapped = embedded.mappingModelPart().getEmbeddableTypeDescriptor();
		return index >= mapped.getNumberOfAttributeMappings()
				|| !(mapped.getAttributeMapping(index) instanceof SelectableMapping column) || !column.isFormula();
	}

	private Property part(ComponentType embedded, int index) {
		return new Property(this.path + "." + embedded.getPropertyNames()[index], index, embedded.getSubtypes()[index],
				embedded, this.factory);
	}

	private @Nullable Object of(@Nullable Object whole) {
		return (whole != null && this.owner != null) ? this.owner.getPropertyValue(whole, this.position) : null;
	}

	private @Nullable Object checked(@Nullable Object value) {
		Class<?> expected = ClassUtils.resolvePrimitiveIfNecessary(this.type.getReturnedClass());
		if (value != null && !expected.isInstance(value)) {
			throw new IllegalArgumentException(
					"'" + this.path + "' is of type " + expected.getName() + ", not " + value.getClass().getName());
		}
		return value;
	}

	/** Return what follows the first dot of a path, null without one. */
	static @Nullable String tail(String path) {
		int dot = path.indexOf('.');
		return (dot < 0) ? null : path.substring(dot + 1);
	}

	/** Return what stands before the first dot of a path. */
	static String head(String path) {
		int dot = path.indexOf('.');
		return (dot < 0) ? path : path.substring(0, dot);
	}

}
