package dev.triggerview.actuate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import dev.triggerview.trigger.TriggerCatalogException;
import dev.triggerview.trigger.UnsupportedDatabaseException;
import dev.triggerview.view.ViewCatalogException;

/**
 * The catalogs of all data sources.
 *
 * @param <C> the catalog
 * @param byDataSource the catalogs by the name of their data source, in the order in
 * which they are shown
 */
record Catalogs<C>(Map<String, C> byDataSource) {

	/** One data source that cannot be read must not hide the others. */
	<R> Map<String, R> read(Function<C, R> reading, Function<String, R> problem) {
		Map<String, R> results = new LinkedHashMap<>();
		this.byDataSource.forEach((name, catalog) -> results.put(name, readOne(catalog, reading, problem)));
		return results;
	}

	private static <C, R> R readOne(C catalog, Function<C, R> reading, Function<String, R> problem) {
		try {
			return reading.apply(catalog);
		}
		catch (TriggerCatalogException | ViewCatalogException | UnsupportedDatabaseException ex) {
			return problem.apply(String.valueOf(ex.getMessage()));
		}
	}

}
