package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.CompositeIdentifierMapping;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.internal.EmbeddedAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.hibernate.type.BasicType;
import org.jspecify.annotations.Nullable;

/** The names of an entity's identifier: one, which may have parts, or several. */
final class Identifier {

	private final EntityPersister persister;

	private final @Nullable String name;

	/** Whether {@code equals} tells if two identifiers are the same. */
	private final boolean comparable;

	Identifier(EntityPersister persister) {
		this.persister = persister;
		this.name = persister.getIdentifierPropertyName();
		this.comparable = persister.getIdentifierType() instanceof BasicType<?> basic
				&& !basic.getReturnedClass().isArray();
	}

	/** Return that of an entity, which is not loaded for it. */
	static @Nullable Object of(EntityPersister persister, Object entity) {
		LazyInitializer proxy = HibernateProxy.extractLazyInitializer(entity);
		return (proxy != null) ? proxy.getInternalIdentifier() : persister.getIdentifier(entity);
	}

	/** Return its name, or that of each of several. */
	List<String> names() {
		if (this.name != null) {
			return List.of(this.name);
		}
		List<String> names = new ArrayList<>();
		EmbeddableMappingType parts = parts();
		if (parts != null) {
			parts.forEachAttributeMapping((index, part) -> names.add(part.getAttributeName()));
		}
		return names;
	}

	/** Return whether a path leads to the identifier or to a part of it. */
	boolean has(String path) {
		return path.equals(this.name) || has(parts(), inside(path));
	}

	private static boolean has(@Nullable EmbeddableMappingType parts, @Nullable String path) {
		if (parts == null || path == null) {
			return false;
		}
		AttributeMapping part = parts.findAttributeMapping(Property.head(path));
		String rest = Property.tail(path);
		return part != null && (rest == null || has(parts(part), rest));
	}

	/** Return what equals that of another identifier of the same row. */
	Object identity(Object id) {
		return this.comparable ? id : new Same(id, this.persister.getIdentifierType(), this.persister.getFactory());
	}

	@Nullable Object value(@Nullable Object id, String path) {
		return path.equals(this.name) ? id : value(parts(), id, inside(path));
	}

	private static @Nullable Object value(@Nullable EmbeddableMappingType parts, @Nullable Object whole,
			@Nullable String path) {
		if (parts == null || whole == null || path == null) {
			return whole;
		}
		AttributeMapping part = parts.findAttributeMapping(Property.head(path));
		return value(parts(part), part.getValue(whole), Property.tail(path));
	}

	/** Return the path inside of the identifier, null when it leads elsewhere. */
	private @Nullable String inside(String path) {
		if (this.name == null) {
			return path;
		}
		return path.startsWith(this.name + ".") ? Property.tail(path) : null;
	}

	private @Nullable EmbeddableMappingType parts() {
		return (this.persister.getIdentifierMapping() instanceof CompositeIdentifierMapping composite)
				? composite.getMappedIdEmbeddableTypeDescriptor() : null;
	}

	private static @Nullable EmbeddableMappingType parts(AttributeMapping part) {
		return (part instanceof EmbeddedAttributeMapping embedded) ? embedded.getMappedType() : null;
	}

}
