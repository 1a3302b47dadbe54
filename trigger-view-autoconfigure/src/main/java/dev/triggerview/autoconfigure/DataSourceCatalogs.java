package dev.triggerview.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.SimpleAutowireCandidateResolver;

/** Finds the data sources that an endpoint shows. */
final class DataSourceCatalogs {

	private DataSourceCatalogs() {
	}

	/**
	 * Return a catalog for each data source by bean name, also for those that are not
	 * injected by default, as Boot's health indicator does.
	 */
	static <C> Map<String, C> of(ConfigurableListableBeanFactory beanFactory, Function<DataSource, C> catalog) {
		Map<String, C> catalogs = new LinkedHashMap<>();
		SimpleAutowireCandidateResolver.resolveAutowireCandidates(beanFactory, DataSource.class, false, true)
			.forEach((name, dataSource) -> catalogs.put(name, catalog.apply(dataSource)));
		return catalogs;
	}

}
