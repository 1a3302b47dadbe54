package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.StoredTriggers;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerState;
import dev.triggerview.trigger.TriggerStore;
import liquibase.change.Change;
import liquibase.database.Database;

/**
 * The triggers that only our store has at the moment when a script undoes the renaming of
 * their table or view: it has undone the changes behind the renaming.
 *
 * @param database the database that the script is written for
 * @param relation the table or view, by the name that it has by then
 */
record KeptByScript(Database database, RelationName relation) {

	/**
	 * Return the triggers.
	 * @param undone the changes that the script may have undone, in order
	 * @throws SQLException if the store cannot be read
	 */
	List<KeptTrigger> triggers(List<Change> undone) throws SQLException {
		Connection connection = LiveDatabase.connection(this.database);
		TriggerStore store = new TriggerNames(this.database).store();
		List<KeptTrigger> kept = new ArrayList<>(StoredTriggers.of(connection, store, this.relation));
		for (int i = undone.size() - 1; i >= 0; i--) {
			if (undone.get(i) instanceof TriggerChange change) {
				store.change(connection, change.keyInStore())
					.former()
					.ifPresent((former) -> restore(kept, change, former));
			}
		}
		return kept;
	}

	private void restore(List<KeptTrigger> kept, TriggerChange change, List<KeptTrigger> former) {
		TriggerDialect dialect = TriggerDialect.of(this.database.getShortName());
		if (change.table(this.database).filter((table) -> !table.isSame(this.relation)).isEmpty()) {
			kept.removeIf((trigger) -> change.touched(this.database).contains(trigger.name()));
			former.stream()
				.filter((trigger) -> trigger.table().isSame(this.relation))
				.filter((trigger) -> trigger.state() == TriggerState.DISABLED && !dialect.disables(trigger))
				.forEach(kept::add);
		}
	}

}
