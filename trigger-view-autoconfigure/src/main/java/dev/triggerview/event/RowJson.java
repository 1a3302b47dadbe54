package dev.triggerview.event;

import java.sql.Blob;
import java.sql.Clob;
import java.util.Arrays;
import java.util.List;

import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
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
 * references as the identifier of the entity, those of an {@code @Any} with its name.
 * What is lazy and was not loaded is left out, and the locators of large objects are.
 *
 * @param model the properties of the row
 */
record RowJson(EntityModel<?> model) {

	/** Which of several classes an embedded value is of. */
	private static final String EMBEDDABLE = "@class";

	private static final String ENTITY = "entity";

	private static final String ID = "id";

	void write(@Nullable Object[] row, JsonGenerator json, SerializationContext context) {
		json.writeStartObject();
		for (Property property : this.model.columns()) {
			Object value = row[property.position()];
			if (value != LazyPropertyInitializer.UNFETCHED_PROPERTY && !isLocator(value)) {
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
		adopt(row, entity);
		return entity;
	}

	/** Tell the embedded values of a row to which entity they belong. */
	void adopt(@Nullable Object[] row, Object entity) {
		this.model.columns().forEach((property) -> {
			Object value = row[property.position()];
			if (value != LazyPropertyInitializer.UNFETCHED_PROPERTY) {
				Property.adopt(property.type(), value, entity);
			}
		});
	}

	private void write(Type type, @Nullable Object value, JsonGenerator json, SerializationContext context) {
		if (value == null) {
			json.writeNull();
		}
		else if (Reference.is(type)) {
			write(type, Reference.of(type, value, persister().getFactory()), json, context);
		}
		else if (type instanceof ComponentType embedded) {
			write(embedded, value, json, context);
		}
		else {
			context.writeValue(json, value);
		}
	}

	/** What an {@code @Any} refers to is of an entity that the mapping does not know. */
	private void write(Type type, Reference reference, JsonGenerator json, SerializationContext context) {
		Type identifier = reference.persister().getIdentifierType();
		if (type instanceof EntityType) {
			write(identifier, reference.id(), json, context);
		}
		else {
			json.writeStartObject();
			json.writeStringProperty(ENTITY, reference.persister().getEntityName());
			json.writeName(ID);
			write(identifier, reference.id(), json, context);
			json.writeEndObject();
		}
	}

	private void write(ComponentType embedded, Object value, JsonGenerator json, SerializationContext context) {
		@Nullable Object[] parts = embedded.getPropertyValues(value);
		json.writeStartObject();
		if (isPolymorphic(embedded)) {
			json.writeStringProperty(EMBEDDABLE, value.getClass().getName());
		}
		for (int index = 0; index < embedded.getPropertyNames().length; index++) {
			if (!isLocator(parts[index])) {
				json.writeName(embedded.getPropertyNames()[index]);
				write(embedded.getSubtypes()[index], parts[index], json, context);
			}
		}
		json.writeEndObject();
	}

	private @Nullable Object read(Type type, JsonParser json, DeserializationContext context) {
		if (json.currentToken() == JsonToken.VALUE_NULL) {
			return null;
		}
		if (type instanceof EntityType reference) {
			EntityPersister referenced = entity(reference.getAssociatedEntityName());
			return reference(referenced, read(referenced.getIdentifierType(), json, context));
		}
		if (type.isAnyType()) {
			return readAny(json, context);
		}
		if (type instanceof ComponentType embedded) {
			return read(embedded, json, context);
		}
		java.lang.reflect.Type java = (type instanceof BasicType<?> basic) ? basic.getJavaTypeDescriptor().getJavaType()
				: type.getReturnedClass();
		return context.readValue(json, context.getTypeFactory().constructType(java));
	}

	private @Nullable Object readAny(JsonParser json, DeserializationContext context) {
		EventsJsonModule.require(ENTITY, json);
		EntityPersister referenced = entity(json.getString());
		EventsJsonModule.require(ID, json);
		Object id = read(referenced.getIdentifierType(), json, context);
		json.nextToken();
		return reference(referenced, id);
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

	/** Only the transaction that has read it knows what a locator leads to. */
	private static boolean isLocator(@Nullable Object value) {
		return value instanceof Blob || value instanceof Clob;
	}

	private EntityPersister entity(String name) {
		return persister().getFactory().getMappingMetamodel().getEntityDescriptor(name);
	}

	private EntityPersister persister() {
		return this.model.persister();
	}

}
