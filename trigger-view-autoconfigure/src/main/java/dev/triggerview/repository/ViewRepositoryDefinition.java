package dev.triggerview.repository;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConstructorArgumentValues.ValueHolder;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;
import org.springframework.util.ClassUtils;

/** The bean definition of a read-only repository. */
record ViewRepositoryDefinition(BeanDefinition definition, Class<?> repository) {

	private static final String BASE_CLASS = "repositoryBaseClass";

	private static final ValueHolder NONE = new ValueHolder(null);

	/** Returns null for every other bean. */
	static @Nullable ViewRepositoryDefinition of(BeanDefinition definition, @Nullable ClassLoader classLoader) {
		Class<?> factory = load(definition.getBeanClassName(), classLoader);
		if (factory == null || !JpaRepositoryFactoryBean.class.isAssignableFrom(factory)) {
			return null;
		}
		Class<?> repository = repository(definition, classLoader);
		return (repository != null && isReadOnly(repository)) ? new ViewRepositoryDefinition(definition, repository)
				: null;
	}

	/**
	 * Names the base class as text, because Spring Data reads it as such when it
	 * generates code ahead of time.
	 */
	void makeReadOnly() {
		RepositoryContract.of(this.repository).requireOnlyReads();
		this.definition.getPropertyValues().add(BASE_CLASS, ReadOnlyJpaRepository.class.getName());
	}

	private static boolean isReadOnly(Class<?> repository) {
		return MergedAnnotations.from(repository, SearchStrategy.TYPE_HIERARCHY)
			.isPresent(ReadOnlyViewRepository.class);
	}

	private static @Nullable Class<?> repository(BeanDefinition definition, @Nullable ClassLoader classLoader) {
		Object repository = definition.getConstructorArgumentValues()
			.getIndexedArgumentValues()
			.getOrDefault(0, NONE)
			.getValue();
		return (repository instanceof Class<?> type) ? type : load(String.valueOf(repository), classLoader);
	}

	private static @Nullable Class<?> load(@Nullable String name, @Nullable ClassLoader classLoader) {
		return (name != null && ClassUtils.isPresent(name, classLoader))
				? ClassUtils.resolveClassName(name, classLoader) : null;
	}

}
