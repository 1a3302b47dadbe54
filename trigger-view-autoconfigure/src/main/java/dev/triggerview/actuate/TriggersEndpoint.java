package dev.triggerview.actuate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import dev.triggerview.trigger.TriggerEvent;
import dev.triggerview.trigger.TriggerLevel;
import dev.triggerview.trigger.TriggerState;
import dev.triggerview.trigger.TriggerTiming;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * Shows the triggers of every data source as they are in the database now. It reads the
 * catalog, with one query for a data source, and never rows; it changes nothing.
 */
@Endpoint(id = "triggers", defaultAccess = Access.READ_ONLY)
public final class TriggersEndpoint {

	private final Catalogs<TriggerCatalog> catalogs;

	/**
	 * Create the endpoint.
	 * @param catalogs the catalogs by the name of their data source, in the order in
	 * which they are shown
	 */
	public TriggersEndpoint(Map<String, TriggerCatalog> catalogs) {
		this.catalogs = new Catalogs<>(catalogs);
	}

	/** Return all triggers. */
	@ReadOperation
	public TriggersDescriptor triggers() {
		return read(TriggerCatalog::triggers);
	}

	/**
	 * Return the triggers of a name, several where several tables or schemas have one of
	 * that name.
	 * @param name the name exactly as the database has it
	 * @return the triggers, or {@code null}, which is answered with 404, if all data
	 * sources could be read and none has a trigger of that name
	 */
	@ReadOperation
	public @Nullable TriggersDescriptor triggersNamed(@Selector String name) {
		TriggersDescriptor found = read((catalog) -> catalog.triggers(name));
		return found.isEmpty() ? null : found;
	}

	private TriggersDescriptor read(Function<TriggerCatalog, List<Trigger>> reading) {
		return new TriggersDescriptor(this.catalogs.read(reading.andThen(DataSourceTriggers::of),
				(problem) -> new DataSourceTriggers(List.of(), problem)));
	}

	/**
	 * The triggers of an application.
	 *
	 * @param dataSources the triggers by the name of their data source
	 */
	public record TriggersDescriptor(Map<String, DataSourceTriggers> dataSources) implements OperationResponseBody {

		private boolean isEmpty() {
			return this.dataSources.values()
				.stream()
				.allMatch((dataSource) -> dataSource.problem() == null && dataSource.triggers().isEmpty());
		}

	}

	/**
	 * The triggers of a data source.
	 *
	 * @param triggers the triggers, ordered by schema, table and name
	 * @param problem why the triggers are not known, {@code null} if they are
	 */
	public record DataSourceTriggers(List<TriggerDescriptor> triggers, @Nullable String problem) {

		static DataSourceTriggers of(List<Trigger> triggers) {
			return new DataSourceTriggers(triggers.stream().map(TriggerDescriptor::of).toList(), null);
		}

	}

	/**
	 * A trigger.
	 *
	 * @param name the name of the trigger
	 * @param schema the schema of its table, {@code null} where the database has none
	 * @param table the table or view it belongs to
	 * @param timing when it runs
	 * @param events what it reacts to
	 * @param updateColumns the columns whose update it reacts to, all if empty
	 * @param level how often it runs
	 * @param when the condition under which it runs, or {@code null}
	 * @param enabled whether it runs
	 * @param state the firing mode
	 * @param valid whether the database can run it
	 * @param remarks the comment in the catalog, or {@code null}
	 * @param definition the statement that creates it again
	 */
	public record TriggerDescriptor(String name, @Nullable String schema, String table, TriggerTiming timing,
			Set<TriggerEvent> events, List<String> updateColumns, TriggerLevel level, @Nullable String when,
			boolean enabled, TriggerState state, boolean valid, @Nullable String remarks, String definition) {

		static TriggerDescriptor of(Trigger trigger) {
			return new TriggerDescriptor(trigger.name(), trigger.table().schema(), trigger.table().name(),
					trigger.timing(), trigger.events(), trigger.updateColumns(), trigger.level(),
					trigger.when().orElse(null), trigger.enabled(), trigger.state(), trigger.valid(),
					trigger.remarks().orElse(null), trigger.definition());
		}

	}

}
