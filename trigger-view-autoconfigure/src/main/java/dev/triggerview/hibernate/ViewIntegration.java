package dev.triggerview.hibernate;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggeredRows;
import dev.triggerview.view.Relations;
import dev.triggerview.view.ViewCatalog;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.jdbc.connections.spi.JdbcConnectionAccess;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

/** What happens to the views of a persistence unit while it is built. */
final class ViewIntegration {

	private static final Logger LOGGER = System.getLogger(ViewIntegration.class.getName());

	private final ViewSettings settings;

	private final Metadata metadata;

	private final SessionFactoryImplementor factory;

	private @Nullable ViewMappings mappings;

	private boolean closing;

	ViewIntegration(ViewSettings settings, Metadata metadata, SessionFactoryImplementor factory) {
		this.settings = settings;
		this.metadata = metadata;
		this.factory = factory;
	}

	void integrate() {
		if (this.metadata.getEntityBindings().isEmpty()) {
			return;
		}
		this.factory.addObserver(new ClosingObserver());
		Map<Class<?>, Set<String>> declared = this.settings.declared().get();
		Optional<Relations> relations = readCatalog();
		ViewMappings found = new ViewMappings(this.metadata, this.factory, relations, declared);
		this.mappings = found;
		if (relations.isPresent() && !this.settings.viewsAppearLater()) {
			check(found, relations.get());
		}
		if (found.hasViews()) {
			adapt(found);
			relations.flatMap((known) -> found.withoutCatalog())
				.ifPresent((message) -> LOGGER.log(Level.WARNING, message));
		}
	}

	private void adapt(ViewMappings found) {
		ViewModel model = new ViewModel(this.metadata, found, triggeredRows(found));
		new ViewListeners(found.views(), model.spaces(), model.adapt(), model.spacesOfRoles()).register(this.factory);
		if (this.metadata.getEntityBindings().stream().anyMatch(found::isBesideView)) {
			ViewListeners.registerSecondaryViewGuard(this.factory);
		}
	}

	/** Asked only if there is an entity whose versions depend on it. */
	private TriggeredRows triggeredRows(ViewMappings found) {
		boolean needed = found.views()
			.stream()
			.anyMatch((view) -> !view.readOnly() && view.entity().isVersioned() && view.view().isPresent());
		return needed ? connected((connection) -> TriggerDialect.of(connection).triggeredRows())
				: TriggeredRows.UNKNOWN;
	}

	void checkLater() {
		if (this.mappings != null && this.settings.viewsAppearLater()) {
			readCatalog().ifPresent((relations) -> check(new ViewMappings(this.metadata, this.factory,
					Optional.of(relations), this.settings.declared().get()), relations));
		}
	}

	void checkKnown(Map<Class<?>, Set<String>> declared) {
		if (this.mappings != null) {
			report(new LateDeclarations(this.metadata, this.mappings).problems(declared));
		}
	}

	/** Empty until the persistence unit knows its views. */
	Optional<ViewMappings> mappings() {
		return Optional.ofNullable(this.mappings);
	}

	/** Whether what drops a view creates it again, or drops everything in the end. */
	boolean allowsDrop() {
		return this.settings.viewsAppearLater() || this.closing;
	}

	private void check(ViewMappings found, Relations relations) {
		if (this.settings.check() == ViewSettings.Check.OFF) {
			return;
		}
		List<ViewProblem> problems = new ViewCheck(this.metadata, found, relations).problems();
		if (problems.isEmpty() && this.settings.probeIdentifiers()) {
			problems = connected((connection) -> new IdentifierProbe(this.metadata,
					this.factory.getSqlStringGenerationContext(), relations, connection)
				.problems(found.views()));
		}
		report(problems);
	}

	private void report(List<ViewProblem> problems) {
		if (problems.isEmpty() || this.settings.check() == ViewSettings.Check.OFF) {
			return;
		}
		InvalidViewMappingException problem = new InvalidViewMappingException(problems);
		if (this.settings.check() == ViewSettings.Check.FAIL) {
			throw problem;
		}
		LOGGER.log(Level.WARNING, problem.getMessage());
	}

	private Optional<Relations> readCatalog() {
		try {
			return Optional.of(connected(ViewCatalog::relations));
		}
		catch (RuntimeException ex) {
			LOGGER.log(Level.WARNING,
					"Views are taken from the repositories and their baseTables alone: " + ex.getMessage());
			return Optional.empty();
		}
	}

	private <T> T connected(Work<T> work) {
		JdbcConnectionAccess access = this.factory.getServiceRegistry()
			.requireService(JdbcServices.class)
			.getBootstrapJdbcConnectionAccess();
		try {
			Connection connection = access.obtainConnection();
			try {
				return work.with(connection);
			}
			finally {
				access.releaseConnection(connection);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex.getMessage(), ex);
		}
	}

	/** Hibernate drops its schema after it has said that it is closing. */
	private final class ClosingObserver implements SessionFactoryObserver {

		private static final long serialVersionUID = 1L;

		@Override
		public void sessionFactoryClosing(SessionFactory closed) {
			ViewIntegration.this.closing = true;
		}

	}

	private interface Work<T> {

		T with(Connection connection) throws SQLException;

	}

}
