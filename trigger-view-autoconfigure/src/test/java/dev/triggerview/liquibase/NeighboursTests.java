package dev.triggerview.liquibase;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;

import liquibase.Scope;
import liquibase.change.AbstractChange;
import liquibase.change.DatabaseChange;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.logging.core.BufferedLogService;
import liquibase.statement.SqlStatement;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Another extension, registered by a class loader of its own. */
class NeighboursTests {

	@TempDir
	private Path directory;

	@BeforeEach
	@AfterEach
	void forget() {
		Neighbours.reset();
	}

	@Test
	void takesNoSnapshotsWhereAnotherExtensionDoes() throws Exception {
		assertThat(new Trigger().snapshotByDefault()).isTrue();
		assertThat(new TriggerSnapshotGenerator().getPriority(Trigger.class, new PostgresDatabase())).isPositive();
		register(DatabaseObject.class, Other.Trigger.class);
		besideTheOther(() -> {
			assertThat(new Trigger().snapshotByDefault()).isFalse();
			assertThat(new TriggerSnapshotGenerator().getPriority(Trigger.class, new PostgresDatabase())).isNegative();
			assertThat(new Function().snapshotByDefault()).isTrue();
		});
	}

	@Test
	void warnsOnceOfChangesThatAreTakenFromAnotherExtension() throws Exception {
		register(liquibase.change.Change.class, Other.Change.class);
		BufferedLogService logs = new BufferedLogService();
		Scope.child(Map.of(Scope.Attr.logService.name(), logs), () -> besideTheOther(() -> {
			new CreateTriggerChange().supports(new PostgresDatabase());
			new DropTriggerChange().supports(new PostgresDatabase());
			new DropFunctionChange().supports(new PostgresDatabase());
		}));
		String warnings = logs.getLogAsString(Level.WARNING);
		assertThat(warnings).contains("createTrigger (" + Other.Change.class.getName() + ")");
		assertThat(warnings.split("theirs are used")).hasSize(2);
	}

	@Test
	void saysNothingAlone() throws Exception {
		BufferedLogService logs = new BufferedLogService();
		Scope.child(Map.of(Scope.Attr.logService.name(), logs),
				() -> new CreateTriggerChange().supports(new PostgresDatabase()));
		assertThat(logs.getLogAsString(Level.WARNING)).isEmpty();
	}

	private void register(Class<?> service, Class<?> provider) throws Exception {
		Path services = Files.createDirectories(this.directory.resolve("META-INF/services"));
		Files.writeString(services.resolve(service.getName()), provider.getName());
	}

	private void besideTheOther(Scope.ScopedRunner<?> code) throws Exception {
		URL[] urls = { this.directory.toUri().toURL() };
		try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
			Scope.child(Map.of(Scope.Attr.classLoader.name(), loader), code);
		}
	}

	/** What the other extension brings. */
	public static final class Other {

		/** Has the name of our snapshot object. */
		public static class Trigger extends View {

		}

		/** Has the name of our change. */
		@DatabaseChange(name = "createTrigger", description = "Another", priority = 1)
		public static class Change extends AbstractChange {

			@Override
			public SqlStatement[] generateStatements(Database database) {
				return new SqlStatement[0];
			}

			@Override
			public String getConfirmationMessage() {
				return "";
			}

		}

	}

}
