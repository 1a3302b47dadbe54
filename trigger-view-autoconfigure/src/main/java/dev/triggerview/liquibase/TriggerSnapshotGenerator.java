package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.jvm.JdbcSnapshotGenerator;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Schema;
import org.jspecify.annotations.Nullable;

/** Takes snapshots of triggers, unless another extension does. */
public final class TriggerSnapshotGenerator extends JdbcSnapshotGenerator {

	private @Nullable Boolean yields;

	/** Create a generator that adds triggers to their schema. */
	public TriggerSnapshotGenerator() {
		super(Trigger.class, schema());
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static Class<? extends DatabaseObject>[] schema() {
		return new Class[] { Schema.class };
	}

	@Override
	public int getPriority(Class<? extends DatabaseObject> type, Database database) {
		int priority = super.getPriority(type, database);
		boolean supported = priority > PRIORITY_NONE && TriggerNames.isSupported(database);
		return (supported && !yields()) ? priority : PRIORITY_NONE;
	}

	/** Found out once: Liquibase asks for the priority at every object. */
	private synchronized boolean yields() {
		if (this.yields == null) {
			this.yields = Neighbours.snapshot(Trigger.class);
		}
		return this.yields;
	}

	@Override
	protected @Nullable DatabaseObject snapshotObject(DatabaseObject example, DatabaseSnapshot snapshot) {
		return (SnapshotText.get(example, "definition") != null) ? example : null;
	}

	@Override
	protected void addTo(DatabaseObject found, DatabaseSnapshot snapshot) {
		if (found instanceof Schema schema && snapshot.getSnapshotControl().shouldInclude(Trigger.class)) {
			CatalogSnapshots.triggers(snapshot, schema).forEach(schema::addDatabaseObject);
		}
	}

}
