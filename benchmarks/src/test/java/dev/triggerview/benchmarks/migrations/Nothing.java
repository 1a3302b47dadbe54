package dev.triggerview.benchmarks.migrations;

import java.util.List;
import java.util.stream.IntStream;

import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.snapshot.jvm.JdbcSnapshotGenerator;
import liquibase.structure.AbstractDatabaseObject;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Schema;

/**
 * An object of a snapshot that has a name and is read from nowhere: what it takes is
 * taken by Liquibase itself.
 */
public class Nothing extends AbstractDatabaseObject {

	private static final Generator GENERATOR = new Generator();

	static {
		SnapshotGeneratorFactory.getInstance().register(GENERATOR);
	}

	/** Take a snapshot of as many objects, with the names of {@link CatalogData}. */
	static List<Nothing> snapshot(Database database, int objects) throws LiquibaseException {
		GENERATOR.objects = objects;
		return List.copyOf(SnapshotGeneratorFactory.getInstance()
			.createSnapshot(database.getDefaultSchema(), database, new SnapshotControl(database, Nothing.class))
			.get(Nothing.class));
	}

	@Override
	public String getName() {
		return getAttribute("name", String.class);
	}

	@Override
	public DatabaseObject setName(String name) {
		setAttribute("name", name);
		return this;
	}

	@Override
	public DatabaseObject[] getContainingObjects() {
		return null;
	}

	@Override
	public Schema getSchema() {
		return null;
	}

	@Override
	public boolean snapshotByDefault() {
		return false;
	}

	@Override
	public int compareTo(Object other) {
		return getName().compareTo(((DatabaseObject) other).getName());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Nothing nothing && nothing.getName().equals(getName());
	}

	@Override
	public int hashCode() {
		return getName().hashCode();
	}

	private static final class Generator extends JdbcSnapshotGenerator {

		private int objects;

		@SuppressWarnings("unchecked")
		private Generator() {
			super(Nothing.class, new Class[] { Schema.class });
		}

		@Override
		protected DatabaseObject snapshotObject(DatabaseObject example, DatabaseSnapshot snapshot) {
			return example;
		}

		@Override
		protected void addTo(DatabaseObject found, DatabaseSnapshot snapshot) {
			if (found instanceof Schema schema && snapshot.getSnapshotControl().shouldInclude(Nothing.class)) {
				IntStream.range(0, this.objects)
					.mapToObj((number) -> snapshot.getDatabase().correctObjectName("touch_" + number, Nothing.class))
					.forEach((name) -> schema.addDatabaseObject(new Nothing().setName(name)));
			}
		}

	}

}
