package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.triggerview.testing.FreshDatabase;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.DiffResult;
import liquibase.diff.compare.CompareControl;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.ObjectChangeFilter;
import liquibase.diff.output.changelog.DiffToChangeLog;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.DatabaseObject;

/** Liquibase's commands on test databases, with changelogs in a directory. */
record SnapshotLiquibase(Path directory) {

	/** Write the changelog that creates what a database has. */
	Path generate(FreshDatabase database, String file) throws Exception {
		return diffChangeLog(database, null, file);
	}

	/** Write the changelog that creates what a filter leaves of a database. */
	Path generate(FreshDatabase database, String file, ObjectChangeFilter filter) throws Exception {
		Path changelog = this.directory.resolve(file);
		try (Database reference = open(database)) {
			DiffOutputControl control = new DiffOutputControl(false, false, false, null);
			control.setObjectChangeFilter(filter);
			write(diff(reference, null), control, changelog);
		}
		return changelog;
	}

	/** Write the changelog that makes a database equal to another. */
	Path diffChangeLog(FreshDatabase wanted, FreshDatabase present, String file) throws Exception {
		Path changelog = this.directory.resolve(file);
		try (Database reference = open(wanted); Database compared = (present != null) ? open(present) : null) {
			DiffResult diff = diff(reference, compared);
			write(diff, changelog);
		}
		return changelog;
	}

	static void write(DiffResult diff, Path changelog) throws Exception {
		write(diff, new DiffOutputControl(false, false, false, null), changelog);
	}

	/** Write a changelog that names the schema of each object. */
	static void writeWithSchema(DiffResult diff, Path changelog) throws Exception {
		write(diff, new DiffOutputControl(false, true, false, null), changelog);
	}

	private static void write(DiffResult diff, DiffOutputControl control, Path changelog) throws Exception {
		DiffToChangeLog output = new DiffToChangeLog(diff, control);
		output.setChangeSetAuthor("test");
		output.print(changelog.toString(), true);
	}

	/** Return the differences between two databases. */
	static DiffResult diff(FreshDatabase wanted, FreshDatabase present) throws Exception {
		try (Database reference = open(wanted); Database compared = open(present)) {
			return diff(reference, compared);
		}
	}

	/** Return what is missing, unexpected or changed among triggers and functions. */
	static List<String> differences(FreshDatabase wanted, FreshDatabase present) throws Exception {
		return differences(diff(wanted, present));
	}

	static List<String> differences(DiffResult diff) {
		return Stream
			.of(of("missing ", diff.getMissingObjects()), of("unexpected ", diff.getUnexpectedObjects()),
					diff.getChangedObjects()
						.entrySet()
						.stream()
						.filter((entry) -> isOurs(entry.getKey()))
						.map((entry) -> "changed " + entry.getKey() + " " + entry.getValue().getDifferences()))
			.flatMap((texts) -> texts)
			.sorted()
			.toList();
	}

	private static Stream<String> of(String kind, Collection<? extends DatabaseObject> objects) {
		return objects.stream().filter(SnapshotLiquibase::isOurs).map((object) -> kind + object);
	}

	private static boolean isOurs(DatabaseObject object) {
		return object instanceof Trigger || object instanceof Function;
	}

	static DiffResult diff(Database reference, Database compared) throws Exception {
		DatabaseSnapshot wanted = snapshot(reference);
		DatabaseSnapshot present = (compared != null) ? snapshot(compared) : null;
		return DiffGeneratorFactory.getInstance().compare(wanted, present, CompareControl.STANDARD);
	}

	static DatabaseSnapshot snapshot(Database database) throws Exception {
		return SnapshotGeneratorFactory.getInstance()
			.createSnapshot(database.getDefaultSchema(), database, new SnapshotControl(database));
	}

	/** Run a changelog of the directory. */
	void update(FreshDatabase database, Path changelog) throws Exception {
		Scope.child(Map.of(), () -> {
			try (Database opened = open(database)) {
				liquibase(changelog, opened).update(new Contexts());
			}
		});
	}

	Liquibase liquibase(Path changelog, Database database) throws Exception {
		return new Liquibase(this.directory.relativize(changelog).toString(),
				new DirectoryResourceAccessor(this.directory), database);
	}

	/** Drop everything in a database. */
	void dropAll(FreshDatabase database) throws Exception {
		try (Database opened = open(database)) {
			liquibase(this.directory.resolve("none.xml"), opened).dropAll();
		}
	}

	static Database open(FreshDatabase database) throws Exception {
		return open(database.connect());
	}

	static Database open(Connection connection) throws Exception {
		return DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
	}

}
