package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.hibernate.generator.Generator;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The properties whose columns no update has ({@code updatable = false}), also those
 * inside of embedded ones. The entity may hold another value, the row does not.
 */
final class FixedProperties {

	private final List<Fixed> properties = new ArrayList<>();

	FixedProperties(EntityPersister persister) {
		for (int position = 0; position < persister.getPropertyNames().length; position++) {
			Generator generator = persister.getGenerators()[position];
			if (generator == null || !generator.generatesOnUpdate()) {
				Fixed fixed = Fixed.of(persister.getPropertyNames()[position], position,
						persister.getPropertyTypes()[position], persister.getPropertyUpdateability()[position]);
				if (fixed != null) {
					this.properties.add(fixed);
				}
			}
		}
	}

	/** Give the new row of an update what its statement has left as it was. */
	void keep(@Nullable Object[] old, @Nullable Object[] now) {
		for (Fixed fixed : this.properties) {
			now[fixed.position()] = fixed.kept(old[fixed.position()], now[fixed.position()]);
		}
	}

	/** Return whether an update leaves out the column at a path. */
	boolean has(String path) {
		return has(this.properties, path);
	}

	private static boolean has(List<Fixed> properties, String path) {
		String rest = Property.tail(path);
		for (Fixed fixed : properties) {
			if (fixed.name().equals(Property.head(path))) {
				return fixed.embedded() == null || rest != null && has(fixed.parts(), rest);
			}
		}
		return false;
	}

	/**
	 * @param embedded the type of an embedded value of which only parts are fixed, null
	 * when all of it is
	 */
	private record Fixed(String name, int position, @Nullable ComponentType embedded, List<Fixed> parts) {

		static @Nullable Fixed of(String name, int position, Type type, boolean updatable) {
			if (type.isCollectionType()) {
				return null;
			}
			if (!updatable) {
				return new Fixed(name, position, null, List.of());
			}
			if (!(type instanceof ComponentType embedded)) {
				return null;
			}
			EmbeddableMappingType mapped = embedded.mappingModelPart().getEmbeddableTypeDescriptor();
			List<Fixed> parts = new ArrayList<>();
			for (int part = 0; part < mapped.getNumberOfAttributeMappings(); part++) {
				Fixed fixed = of(embedded.getPropertyNames()[part], part, embedded.getSubtypes()[part],
						mapped.getAttributeMapping(part).getAttributeMetadata().isUpdatable());
				if (fixed != null) {
					parts.add(fixed);
				}
			}
			return parts.isEmpty() ? null : new Fixed(name, position, embedded, parts);
		}

		@Nullable Object kept(@Nullable Object old, @Nullable Object now) {
			if (this.embedded == null || old == now) {
				return old;
			}
			@Nullable Object[] before = this.embedded.getPropertyValues(old);
			@Nullable Object[] values = this.embedded.getPropertyValues(now).clone();
			boolean differs = false;
			for (Fixed part : this.parts) {
				Object kept = part.kept(before[part.position], values[part.position]);
				differs |= kept != values[part.position];
				values[part.position] = kept;
			}
			Object like = Objects.requireNonNullElse(now, old);
			return differs ? Property.like(this.embedded, like, values) : now;
		}

	}

}
