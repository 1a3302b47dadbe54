package dev.triggerview.liquibase;

import java.util.List;

import liquibase.database.Database;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.jvm.JdbcSnapshotGenerator;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Adds the triggers or functions of a schema to a snapshot, unless another extension
 * does.
 */
abstract sealed class StoredCodeSnapshotGenerator extends JdbcSnapshotGenerator
		permits TriggerSnapshotGenerator, FunctionSnapshotGenerator {

	private final Class<? extends DatabaseObject> type;

	private @Nullable Boolean yields;

	StoredCodeSnapshotGenerator(Class<? extends DatabaseObject> type) {
		super(type, schema());
		this.type = type;
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static Class<? extends DatabaseObject>[] schema() {
		return new Class[] { Schema.class };
	}

	/** Return the objects of a schema, which are read once for all schemas. */
	abstract List<? extends DatabaseObject> objects(DatabaseSnapshot snapshot, Schema schema);

	/** Return whether an example is one of these objects, and complete it. */
	abstract boolean isComplete(DatabaseObject example);

	@Override
	public int getPriority(Class<? extends DatabaseObject> wanted, Database database) {
		int priority = super.getPriority(wanted, database);
		boolean supported = priority > PRIORITY_NONE && TriggerNames.isSupported(database);
		return (supported && !yields()) ? priority : PRIORITY_NONE;
	}

	/** Found out once: Liquibase asks for the priority at every object. */
	private synchronized boolean yields() {
		if (this.yields == null) {
			this.yields = Neighbours.snapshot(this.type);
		}
		return this.yields;
	}

	@Override
	protected @Nullable DatabaseObject snapshotObject(DatabaseObject example, DatabaseSnapshot snapshot) {
		return isComplete(example) ? example : null;
	}

	@Override
	protected void addTo(DatabaseObject found, DatabaseSnapshot snapshot) {
		if (found instanceof Schema schema && snapshot.getSnapshotControl().shouldInclude(this.type)) {
			objects(snapshot, schema).forEach(schema::addDatabaseObject);
		}
	}

}
