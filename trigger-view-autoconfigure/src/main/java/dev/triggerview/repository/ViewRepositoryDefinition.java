package dev.triggerview.repository;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanReference;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.ConstructorArgumentValues;
import org.springframework.beans.factory.config.ConstructorArgumentValues.ValueHolder;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;
import org.springframework.util.ClassUtils;

/** The bean definition of a read-only repository. */
record ViewRepositoryDefinition(BeanDefinition definition, Class<?> repository) {

	private static final String ENTITY_MANAGER = "entityManager";

	private static final String READING = ".reading";

	private static final ValueHolder NONE = new ValueHolder(null);

	/** Returns null for every other bean. */
	static @Nullable ViewRepositoryDefinition of(BeanDefinition definition, @Nullable ClassLoader classLoader) {
		Class<?> factory = load(definition.getBeanClassName(), classLoader);
		if (factory == null || !JpaRepositoryFactoryBean.class.isAssignableFrom(factory)) {
			return null;
		}
		Object argument = firstArgument(definition);
		Class<?> repository = (argument instanceof Class<?> type) ? type : load(String.valueOf(argument), classLoader);
		return (repository != null && isReadOnly(repository)) ? new ViewRepositoryDefinition(definition, repository)
				: null;
	}

	/**
	 * Names the base class as text, because Spring Data reads it as such when it
	 * generates code ahead of time.
	 */
	void makeReadOnly() {
		RepositoryContract.of(this.repository).requireOnlyReads();
		this.definition.getPropertyValues().add("repositoryBaseClass", ReadOnlyJpaRepository.class.getName());
	}

	boolean readsRecords() {
		return RecordView.isReadBy(this.repository);
	}

	/**
	 * The repositories of a persistence unit share what they read with. A repository that
	 * somebody made without an entity manager gets it elsewhere.
	 */
	void readDirectly(BeanDefinitionRegistry registry) {
		Object entityManager = this.definition.getPropertyValues().get(ENTITY_MANAGER);
		if (entityManager instanceof BeanReference reference) {
			String name = reference.getBeanName() + READING;
			if (!registry.containsBeanDefinition(name)) {
				registry.registerBeanDefinition(name, reading(entityManager));
			}
			this.definition.getPropertyValues().add(ENTITY_MANAGER, new RuntimeBeanReference(name));
		}
		else if (entityManager != null) {
			this.definition.getPropertyValues().add(ENTITY_MANAGER, reading(entityManager));
		}
	}

	/** Nobody else is given it where an entity manager is asked for. */
	private static BeanDefinition reading(Object entityManager) {
		return BeanDefinitionBuilder.rootBeanDefinition(RecordEntityManager.class, "of")
			.addConstructorArgValue(entityManager)
			.setRole(BeanDefinition.ROLE_INFRASTRUCTURE)
			.applyCustomizers((definition) -> definition.setAutowireCandidate(false))
			.getBeanDefinition();
	}

	/**
	 * Returns the name of the bean that makes the entity managers of the repository. The
	 * repository refers to that bean, or to a shared entity manager which does.
	 */
	String entityManagerFactory(ConfigurableListableBeanFactory beanFactory) {
		Object entityManager = this.definition.getPropertyValues().get(ENTITY_MANAGER);
		if (!(entityManager instanceof BeanReference reference)) {
			return "entityManagerFactory";
		}
		Object factory = firstArgument(beanFactory.getMergedBeanDefinition(reference.getBeanName()));
		return (factory instanceof BeanReference shared) ? shared.getBeanName() : reference.getBeanName();
	}

	static boolean isReadOnly(Class<?> repository) {
		return MergedAnnotations.from(repository, SearchStrategy.TYPE_HIERARCHY)
			.isPresent(ReadOnlyViewRepository.class);
	}

	private static @Nullable Object firstArgument(BeanDefinition definition) {
		ConstructorArgumentValues arguments = definition.getConstructorArgumentValues();
		ValueHolder generic = arguments.getGenericArgumentValues().stream().findFirst().orElse(NONE);
		return arguments.getIndexedArgumentValues().getOrDefault(0, generic).getValue();
	}

	private static @Nullable Class<?> load(@Nullable String name, @Nullable ClassLoader classLoader) {
		return (name != null && ClassUtils.isPresent(name, classLoader))
				? ClassUtils.resolveClassName(name, classLoader) : null;
	}

}
