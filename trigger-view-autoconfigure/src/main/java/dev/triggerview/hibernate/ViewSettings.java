package dev.triggerview.hibernate;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What an application wants of the entities that are mapped to views.
 *
 * @param check what happens to mistakes in their mapping
 * @param probeIdentifiers whether the check looks for rows of equal identifiers, which
 * reads every view once
 * @param viewsAppearLater whether views are created after the persistence unit, so that
 * those which do not exist yet are checked by {@link PersistenceUnitViews#checkLater()}
 * @param declared the entities that are known to be mapped to views, without asking the
 * catalog, and the tables that their views read, for when the catalog cannot tell; asked
 * once for each persistence unit
 */
public record ViewSettings(Check check, boolean probeIdentifiers, boolean viewsAppearLater,
		Supplier<Map<Class<?>, Set<String>>> declared) {

	/** What happens to mistakes in the mapping of views. */
	public enum Check {

		/** The application does not start. */
		FAIL,

		/** The application starts and logs a warning. */
		WARN,

		/** Nobody looks for them. */
		OFF

	}

}
