package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.util.ClassUtils;

/**
 * The JSON form of after-events and of {@link Changes}, for registries that keep events
 * until they are handled, as Spring Modulith's does: <pre>
 * {"entity":"shop.Account","operation":"UPDATE","id":1,
 *  "old":{"owner":"Ann","address":{"city":"Rome"},"branch":7},
 *  "new":{"owner":"Bob","address":{"city":"Bern"},"branch":7}}
 * </pre> An event that was read from JSON tells what the original did. Its entity belongs
 * to no session and has the values of the row; a reference in it knows its identifier
 * only.
 */
public final class EventsJsonModule extends SimpleModule {

	private static final long serialVersionUID = 1L;

	/**
	 * @param bridge the bridge whose application knows the entities
	 */
	public EventsJsonModule(EventBridge bridge) {
		super("trigger-view events");
		addSerializer(AfterRowChange.class, new RowWriter());
		addSerializer(Changes.class, new ChangesWriter());
		Function<String, EntityModel<Object>> models = bridge::model;
		addDeserializer(AfterRowChange.class, new RowReader<>(AfterRowChange.class, models));
		addDeserializer(AfterInsert.class, new RowReader<>(AfterInsert.class, models));
		addDeserializer(AfterUpdate.class, new RowReader<>(AfterUpdate.class, models));
		addDeserializer(AfterDelete.class, new RowReader<>(AfterDelete.class, models));
		addDeserializer(FlushedChanges.class, new ChangesReader<>(FlushedChanges::new));
		addDeserializer(ChangesCommitting.class, new ChangesReader<>(ChangesCommitting::new));
		addDeserializer(CommittedChanges.class, new ChangesReader<>(CommittedChanges::new));
		addDeserializer(RolledBackChanges.class, new ChangesReader<>(RolledBackChanges::new));
	}

	/** Events are read as they come: what says how to read the rest has to come first. */
	static void require(String expected, JsonParser json) {
		String name = json.nextName();
		if (!expected.equals(name)) {
			throw new IllegalArgumentException("An event in JSON has '" + expected + "' here, not '" + name + "'");
		}
		json.nextToken();
	}

	@SuppressWarnings("rawtypes")
	private static final class RowWriter extends ValueSerializer<AfterRowChange> {

		@Override
		public void serialize(AfterRowChange change, JsonGenerator json, SerializationContext context) {
			Origin<?> origin = change.origin();
			RowJson rows = new RowJson(origin.model());
			json.writeStartObject();
			json.writeStringProperty("entity", origin.model().persister().getEntityName());
			json.writeStringProperty("operation", change.operation().name());
			json.writeName("id");
			rows.writeIdentifier(change.id(), json, context);
			if (origin.tenant() != null) {
				json.writePOJOProperty("tenant", origin.tenant());
			}
			write("old", change.oldValues(), rows, json, context);
			write("new", change.newValues(), rows, json, context);
			json.writeEndObject();
		}

		private static void write(String name, @Nullable Object @Nullable [] row, RowJson rows, JsonGenerator json,
				SerializationContext context) {
			if (row != null) {
				json.writeName(name);
				rows.write(row, json, context);
			}
		}

	}

	private static final class RowReader<E> extends ValueDeserializer<E> {

		private final Class<E> type;

		private final Function<String, EntityModel<Object>> models;

		RowReader(Class<E> type, Function<String, EntityModel<Object>> models) {
			this.type = type;
			this.models = models;
		}

		@Override
		public E deserialize(JsonParser json, DeserializationContext context) {
			require("entity", json);
			EntityModel<Object> model = this.models.apply(json.getString());
			require("operation", json);
			Operation operation = Operation.valueOf(json.getString());
			RowJson rows = new RowJson(model);
			Object id = null;
			Object tenant = null;
			@Nullable Object[] old = null;
			@Nullable Object[] now = null;
			for (String name = json.nextName(); name != null; name = json.nextName()) {
				json.nextToken();
				switch (name) {
					case "id" -> id = rows.readIdentifier(json, context);
					case "tenant" -> tenant = context.readValue(json, Object.class);
					case "old" -> old = rows.read(json, context);
					case "new" -> now = rows.read(json, context);
					default -> json.skipChildren();
				}
			}
			@Nullable Object[] last = (now != null) ? now : old;
			Object entity = rows.entity(id, (last != null) ? last : rows.unknown());
			if (old != null) {
				rows.adopt(old, entity);
			}
			return this.type.cast(AfterRowChange.of(operation, new Origin<>(model, tenant), entity, id, old, now));
		}

	}

	@SuppressWarnings("rawtypes")
	private static final class ChangesWriter extends ValueSerializer<Changes> {

		@Override
		public void serialize(Changes changes, JsonGenerator json, SerializationContext context) {
			json.writeStartObject();
			json.writeStringProperty("entity", changes.entityType().getName());
			json.writeName("changes");
			json.writeStartArray();
			for (Object change : changes.all()) {
				context.writeValue(json, change);
			}
			json.writeEndArray();
			json.writeEndObject();
		}

	}

	private static final class ChangesReader<E> extends ValueDeserializer<E> {

		private final BiFunction<Class<Object>, List<AfterRowChange<?>>, E> event;

		ChangesReader(BiFunction<Class<Object>, List<AfterRowChange<?>>, E> event) {
			this.event = event;
		}

		@Override
		@SuppressWarnings("unchecked")
		public E deserialize(JsonParser json, DeserializationContext context) {
			require("entity", json);
			Class<?> entity = ClassUtils.resolveClassName(json.getString(), null);
			require("changes", json);
			List<AfterRowChange<?>> changes = new ArrayList<>();
			while (json.nextToken() != JsonToken.END_ARRAY) {
				changes.add(context.readValue(json, AfterRowChange.class));
			}
			json.nextToken();
			return this.event.apply((Class<Object>) entity, changes);
		}

	}

}
