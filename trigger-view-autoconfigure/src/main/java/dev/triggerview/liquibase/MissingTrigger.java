package dev.triggerview.liquibase;

import java.util.List;
import java.util.Locale;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerInventory;
import dev.triggerview.view.NearNames;
import liquibase.database.Database;

/**
 * What to tell of a change whose trigger is not there.
 *
 * @param change the change
 * @param database the database
 * @param table the triggers of its table, if it names one
 * @param schema the triggers of the schema
 */
record MissingTrigger(TriggerChange change, Database database, TriggerInventory table, TriggerInventory schema) {

	String message(String trigger) {
		String missing = "%s: %s %s has no trigger %s".formatted(this.change.change(),
				TriggerDialect.of(this.database.getShortName()).name(), this.database.getConnection().getURL(),
				trigger);
		String relation = this.change.getTableName();
		List<KeptTrigger> elsewhere = (relation != null)
				? this.schema.find(List.of(new TriggerNames(this.database).object(trigger)), null) : List.of();
		if (!elsewhere.isEmpty()) {
			return "%s on %s; nothing was changed. The %s trigger of that name is on %s".formatted(missing, relation,
					elsewhere.get(0).state().name().toLowerCase(Locale.ROOT), elsewhere.get(0).table());
		}
		List<String> all = (relation != null) ? this.table.names() : this.schema.names();
		List<String> near = NearNames.of(trigger, all);
		List<String> known = near.isEmpty() ? all.stream().limit(3).toList() : near;
		return "%s%s; nothing was changed. %s".formatted(missing, (relation != null) ? " on " + relation : "",
				known.isEmpty() ? "There is no trigger" + ((relation != null) ? " on that table" : "")
						: "Did you mean " + String.join(", ", known) + "?");
	}

}
