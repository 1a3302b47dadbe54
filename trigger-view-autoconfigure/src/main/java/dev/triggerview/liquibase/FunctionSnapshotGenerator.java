package dev.triggerview.liquibase;

import java.util.List;

import liquibase.snapshot.DatabaseSnapshot;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Schema;

/** Takes snapshots of functions, unless another extension does. */
public final class FunctionSnapshotGenerator extends StoredCodeSnapshotGenerator {

	/** Create a generator that adds functions to their schema. */
	public FunctionSnapshotGenerator() {
		super(Function.class);
	}

	@Override
	List<Function> objects(DatabaseSnapshot snapshot, Schema schema) {
		return CatalogSnapshots.functions(snapshot, schema);
	}

	@Override
	boolean isComplete(DatabaseObject example) {
		return SnapshotText.get(example, "definition") != null;
	}

}
