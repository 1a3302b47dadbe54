package dev.triggerview.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.hibernate.persister.internal.PersisterClassResolverInitiator;
import org.hibernate.persister.internal.StandardPersisterClassResolver;
import org.hibernate.persister.spi.PersisterClassResolver;
import org.hibernate.tool.schema.spi.SchemaFilterProvider;
import org.jspecify.annotations.Nullable;

/**
 * Makes the entities of one persistence unit that are mapped to views read-only and never
 * stale, and checks their mapping. Which entities these are is read from the database's
 * catalog, once, while the persistence unit is built; for a unit that has none nothing
 * else is done.
 */
public final class PersistenceUnitViews {

	private final ViewSettings settings;

	private @Nullable ViewIntegration integration;

	public PersistenceUnitViews(ViewSettings settings) {
		this.settings = settings;
	}

	/**
	 * Add what Hibernate has to know to the properties that a persistence unit is built
	 * from. Integrators, persister resolvers and schema filters that are there already
	 * keep working.
	 */
	public void addTo(Map<String, Object> properties) {
		properties.compute(JpaSettings.INTEGRATOR_PROVIDER, (key, existing) -> integrators(existing));
		properties.compute(PersisterClassResolverInitiator.IMPL_NAME, (key, existing) -> persisters(existing));
		properties.compute(SchemaToolingSettings.HBM2DDL_FILTER_PROVIDER, (key, existing) -> filters(existing));
	}

	/**
	 * Check the views that did not exist when the persistence unit was built. Does
	 * nothing if there were none.
	 * @throws InvalidViewMappingException if a mapping is wrong and the settings say that
	 * this is to fail
	 */
	public void checkLater() {
		if (this.integration != null) {
			this.integration.checkLater();
		}
	}

	/**
	 * Check that the unit was built with what repositories declare that started after it,
	 * because their application context is a child.
	 * @param declared the entities that are mapped to views, and the tables that these
	 * read beside those that the catalog tells
	 * @throws InvalidViewMappingException if it was not and the settings say that this is
	 * to fail
	 */
	public void checkKnown(Map<Class<?>, Set<String>> declared) {
		if (this.integration != null) {
			this.integration.checkKnown(declared);
		}
	}

	private IntegratorProvider integrators(@Nullable Object existing) {
		List<Integrator> integrators = new ArrayList<>();
		if (existing != null) {
			integrators.addAll(Setting.instance(existing, IntegratorProvider.class).getIntegrators());
		}
		integrators.add(new Integrator() {

			@Override
			public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
				ViewIntegration unit = new ViewIntegration(PersistenceUnitViews.this.settings, metadata, factory);
				PersistenceUnitViews.this.integration = unit;
				unit.integrate();
			}

		});
		return () -> integrators;
	}

	private PersisterClassResolver persisters(@Nullable Object existing) {
		PersisterClassResolver others = (existing != null) ? Setting.instance(existing, PersisterClassResolver.class)
				: new StandardPersisterClassResolver();
		return new ViewPersisters(others, () -> this.integration);
	}

	private SchemaFilterProvider filters(@Nullable Object existing) {
		SchemaFilterProvider other = (existing != null) ? Setting.instance(existing, SchemaFilterProvider.class) : null;
		return new ViewSchemaFilters(other, () -> this.integration);
	}

}
