package dev.triggerview.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import dev.triggerview.hibernate.PersistenceUnitViews;
import dev.triggerview.hibernate.ViewSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Adds what Hibernate has to know about views to each persistence unit, whoever declares
 * it.
 */
final class ViewEntitiesPostProcessor implements BeanPostProcessor, SmartInitializingSingleton {

	private final Supplier<ViewSettings> settings;

	private final @Nullable ViewEntitiesPostProcessor parent;

	private final List<PersistenceUnitViews> units = new CopyOnWriteArrayList<>();

	/**
	 * @param parent what does the same in the context that is the parent of this one
	 */
	ViewEntitiesPostProcessor(Supplier<ViewSettings> settings, @Nullable ViewEntitiesPostProcessor parent) {
		this.settings = settings;
		this.parent = parent;
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
		if (this.units.isEmpty() && this.parent != null) {
			this.parent.checkKnown(this.settings.get().declared().get());
		}
	}

	private void checkKnown(Map<Class<?>, Set<String>> declared) {
		this.units.forEach((unit) -> unit.checkKnown(declared));
		if (this.parent != null) {
			this.parent.checkKnown(declared);
		}
	}

}
