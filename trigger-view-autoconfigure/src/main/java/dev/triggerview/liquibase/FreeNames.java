package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerInventory;
import dev.triggerview.trigger.TriggerStore;
import liquibase.database.Database;

/**
 * Looks whether names are free for the triggers of a change, where names belong to the
 * schema.
 */
record FreeNames(TriggerChange change, Database database, Connection connection, TriggerStore store) {

	/**
	 * Return what to say of a name that a trigger of another table has; empty if there is
	 * none.
	 * @param own the table of the triggers
	 * @param existing those that are replaced
	 */
	Optional<String> taken(RelationName own, List<KeptTrigger> existing, Collection<String> wanted)
			throws SQLException {
		Set<String> added = new LinkedHashSet<>(wanted);
		existing.forEach((trigger) -> added.remove(trigger.name()));
		boolean single = existing.isEmpty() && added.size() == 1;
		if (single || added.isEmpty()) {
			return Optional.empty();
		}
		return TriggerInventory.ofTriggers(this.connection, this.store, own, added, List.of())
			.find(added, null)
			.stream()
			.filter((trigger) -> !trigger.table().name().equals(own.name()))
			.map((trigger) -> "%s: %s %s has a trigger %s of table %s already; nothing was changed. Choose another name"
				.formatted(this.change.change(), TriggerDialect.of(this.database.getShortName()).name(),
						this.database.getConnection().getURL(), trigger.name(), trigger.table()))
			.findFirst();
	}

}
