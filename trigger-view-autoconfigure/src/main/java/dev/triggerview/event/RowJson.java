package dev.triggerview.event;

import java.util.Arrays;
import java.util.List;

import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.BasicType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;

/**
 * The JSON form of a row: each property by its name, embedded values as objects,
 * references as the identifier of the entity. What is lazy and was not loaded is left
 * out.
 *
 * @param model the properties of the row
 */
record RowJson(EntityModel<?> model) {

	/** Which of several classes an embedded value is of. */
	private static final String EMBEDDABLE = "@class";

	void write(@Nullable Object[] row, JsonGenerator json, SerializationContext context) {
		json.writeStartObject();
		for (Property property : this.model.columns()) {
			Object value = row[property.position()];
			if (value != LazyPropertyInitializer.UNFETCHED_PROPERTY) {
				json.writeName(property.path());
				write(property.type(), value, json, context);
			}
		}
		json.writeEndObject();
	}

	void writeIdentifier(Object id, JsonGenerator json, SerializationContext context) {
		write(persister().getIdentifierType(), id, json, context);
	}

	/** Read a row; what the JSON does not have was not loaded. */
	@Nullable Object[] read(JsonParser json, DeserializationContext context) {
		@Nullable Object[] row = unknown();
		for (String name = json.nextName(); name != null; name = json.nextName()) {
			json.nextToken();
			Property property = this.model.column(name);
			if (property != null) {
				row[property.position()] = read(property.type(), json, context);
			}
			else {
				json.skipChildren();
			}
		}
		return row;
	}

	/** Return a row of which nothing was loaded. */
	@Nullable Object[] unknown() {
		@Nullable Object[] row = new @Nullable Object[persister().getPropertyNames().length];
		this.model.columns()
			.forEach((property) -> row[property.position()] = LazyPropertyInitializer.UNFETCHED_PROPERTY);
		return row;
	}

	@Nullable Object readIdentifier(JsonParser json, DeserializationContext context) {
		return read(persister().getIdentifierType(), json, context);
	}

	/** Return an entity with the values of a row, which belongs to no session. */
	Object entity(@Nullable Object id, @Nullable Object[] row) {
		Object entity = persister().getRepresentationStrategy().getInstantiator().instantiate();
		if (id != null) {
			persister().setIdentifier(entity, id, null);
		}
		for (Property property : this.model.columns()) {
			Object value = row[property.position()];
			if (value != LazyPropertyInitializer.UNFETCHED_PROPERTY) {
				persister().setValue(entity, property.position(), value);
			}
		}
		return entity;
	}

	private void write(Type type, @Nullable Object value, JsonGenerator json, SerializationContext context) {
		if (value == null) {
			json.writeNull();
		}
		else if (type instanceof EntityType reference) {
			EntityPersister referenced = referenced(reference);
			write(referenced.getIdentifierType(), Identifier.of(referenced, value), json, context);
		}
		else if (type instanceof ComponentType embedded) {
			write(embedded, value, json, context);
		}
		else {
			context.writeValue(json, value);
		}
	}

	private void write(ComponentType embedded, Object value, JsonGenerator json, SerializationContext context) {
		@Nullable Object[] parts = embedded.getPropertyValues(value);
		json.writeStartObject();
		if (isPolymorphic(embedded)) {
			json.writeStringProperty(EMBEDDABLE, value.getClass().getName());
		}
		for (int index = 0; index < embedded.getPropertyNames().length; index++) {
			json.writeName(embedded.getPropertyNames()[index]);
			write(embedded.getSubtypes()[index], parts[index], json, context);
		}
		json.writeEndObject();
	}

	private @Nullable Object read(Type type, JsonParser json, DeserializationContext context) {
		if (json.currentToken() == JsonToken.VALUE_NULL) {
			return null;
		}
		if (type instanceof EntityType reference) {
			EntityPersister referenced = referenced(reference);
			return reference(referenced, read(referenced.getIdentifierType(), json, context));
		}
		if (type instanceof ComponentType embedded) {
			return read(embedded, json, context);
		}
		java.lang.reflect.Type java = (type instanceof BasicType<?> basic) ? basic.getJavaTypeDescriptor().getJavaType()
				: type.getReturnedClass();
		return context.readValue(json, context.getTypeFactory().constructType(java));
	}

	private Object read(ComponentType embedded, JsonParser json, DeserializationContext context) {
		List<String> names = Arrays.asList(embedded.getPropertyNames());
		@Nullable Object[] parts = new @Nullable Object[names.size()];
		String embeddable = embedded.getReturnedClass().getName();
		for (String name = json.nextName(); name != null; name = json.nextName()) {
			json.nextToken();
			int index = names.indexOf(name);
			if (index >= 0) {
				parts[index] = read(embedded.getSubtypes()[index], json, context);
			}
			else if (name.equals(EMBEDDABLE)) {
				embeddable = json.getString();
			}
			else {
				json.skipChildren();
			}
		}
		return Property.embedded(embedded, embeddable, parts);
	}

	private static boolean isPolymorphic(ComponentType embedded) {
		return embedded.mappingModelPart().getEmbeddableTypeDescriptor().isPolymorphic();
	}

	/** A reference knows its identifier, and cannot be loaded without a session. */
	private static @Nullable Object reference(EntityPersister referenced, @Nullable Object id) {
		if (id == null) {
			return null;
		}
		if (referenced.hasProxy()) {
			return referenced.createProxy(id, null);
		}
		Object entity = referenced.getRepresentationStrategy().getInstantiator().instantiate();
		referenced.setIdentifier(entity, id, null);
		return entity;
	}

	private EntityPersister referenced(EntityType reference) {
		SessionFactoryImplementor factory = persister().getFactory();
		return factory.getMappingMetamodel().getEntityDescriptor(reference.getAssociatedEntityName());
	}

	private EntityPersister persister() {
		return this.model.persister();
	}

}
