package dev.triggerview.liquibase;

import java.util.List;

import liquibase.snapshot.DatabaseSnapshot;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Schema;

/** Takes snapshots of triggers, unless another extension does. */
public final class TriggerSnapshotGenerator extends StoredCodeSnapshotGenerator {

	/** Create a generator that adds triggers to their schema. */
	public TriggerSnapshotGenerator() {
		super(Trigger.class);
	}

	@Override
	List<Trigger> objects(DatabaseSnapshot snapshot, Schema schema) {
		return CatalogSnapshots.triggers(snapshot, schema);
	}

	@Override
	boolean isComplete(DatabaseObject example) {
		return ((Trigger) example).complete();
	}

}
