package dev.triggerview.liquibase;

import dev.triggerview.trigger.TriggerStore;
import liquibase.exception.DatabaseException;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.SnapshotGenerator;
import liquibase.snapshot.jvm.TableSnapshotGenerator;
import liquibase.structure.DatabaseObject;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the table of our store out of snapshots, as Liquibase does with its own, so that
 * no changelog creates or drops it. Only {@code dropAll} finds it: nothing shall be left.
 */
public final class StorelessTableSnapshotGenerator extends TableSnapshotGenerator {

	@Override
	protected @Nullable DatabaseObject snapshotObject(DatabaseObject example, DatabaseSnapshot snapshot)
			throws DatabaseException {
		boolean store = TriggerStore.TABLE.equalsIgnoreCase(example.getName());
		return (store && !isDroppingAll()) ? null : super.snapshotObject(example, snapshot);
	}

	/** Liquibase tells nobody for what it takes a snapshot. */
	private static boolean isDroppingAll() {
		return StackWalker.getInstance()
			.walk((frames) -> frames.anyMatch((frame) -> frame.getMethodName().equals("dropDatabaseObjects")));
	}

	/** A chain of generators asks the next one where one finds nothing. */
	@Override
	@SuppressWarnings("unchecked")
	public Class<? extends SnapshotGenerator>[] replaces() {
		return new Class[] { TableSnapshotGenerator.class };
	}

}
