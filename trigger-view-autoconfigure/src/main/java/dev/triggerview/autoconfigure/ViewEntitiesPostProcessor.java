package dev.triggerview.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import dev.triggerview.hibernate.PersistenceUnitViews;
import dev.triggerview.hibernate.ViewSettings;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Adds what Hibernate has to know about views to each persistence unit, whoever declares
 * it.
 */
final class ViewEntitiesPostProcessor implements BeanPostProcessor, SmartInitializingSingleton {

	private final Supplier<ViewSettings> settings;

	private final List<PersistenceUnitViews> units = new CopyOnWriteArrayList<>();

	ViewEntitiesPostProcessor(Supplier<ViewSettings> settings) {
		this.settings = settings;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof AbstractEntityManagerFactoryBean factory) {
			PersistenceUnitViews unit = new PersistenceUnitViews(this.settings.get());
			unit.addTo(factory.getJpaPropertyMap());
			this.units.add(unit);
		}
		return bean;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.units.forEach(PersistenceUnitViews::checkLater);
	}

}
