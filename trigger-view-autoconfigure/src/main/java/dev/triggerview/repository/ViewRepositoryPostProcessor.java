package dev.triggerview.repository;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.hibernate.MappingException;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.data.jpa.repository.config.JpaRepositoryConfigExtension.JpaRepositoryRegistrationAotProcessor;
import org.springframework.util.ClassUtils;

/**
 * Makes every Spring Data JPA repository that is a {@link ReadOnlyViewRepository}
 * read-only, whoever registered it, and tells the persistence units which of them read
 * records. It changes bean definitions only, so that an application processed ahead of
 * time has the changes in its generated code.
 */
public final class ViewRepositoryPostProcessor
		implements BeanFactoryPostProcessor, BeanClassLoaderAware, PriorityOrdered {

	private static final String AOT_PROCESSOR = JpaRepositoryRegistrationAotProcessor.class.getName();

	private @Nullable ClassLoader classLoader = ClassUtils.getDefaultClassLoader();

	@Override
	public void setBeanClassLoader(ClassLoader classLoader) {
		this.classLoader = classLoader;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	/**
	 * Set the base class of every read-only repository, and map the records of those that
	 * have no entity.
	 * @throws WritingViewRepositoryException when one declares a method that writes
	 * @throws MappingException when one reads records through a persistence unit of
	 * another application context, or one that no factory bean of Spring builds
	 */
	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		if (AotDetector.useGeneratedArtifacts()) {
			return;
		}
		List<ViewRepositoryDefinition> repositories = Arrays.stream(beanFactory.getBeanDefinitionNames())
			.map(beanFactory::getBeanDefinition)
			.map((definition) -> ViewRepositoryDefinition.of(definition, this.classLoader))
			.filter(Objects::nonNull)
			.toList();
		repositories.forEach(ViewRepositoryDefinition::makeReadOnly);
		repositories.stream()
			.filter(ViewRepositoryDefinition::readsRecords)
			.collect(Collectors.groupingBy((repository) -> repository.entityManagerFactory(beanFactory)))
			.forEach((factory, readers) -> mapRecords(beanFactory, factory, readers));
		repositories.forEach((repository) -> repository.readDirectly((BeanDefinitionRegistry) beanFactory));
		Arrays.stream(beanFactory.getBeanDefinitionNames())
			.map(beanFactory::getBeanDefinition)
			.filter((definition) -> AOT_PROCESSOR.equals(definition.getBeanClassName()))
			.forEach((definition) -> definition.setBeanClassName(RecordRepositoryAotProcessor.class.getName()));
	}

	/** The property is added to the ones that the factory bean has already. */
	private static void mapRecords(ConfigurableListableBeanFactory beanFactory, String factory,
			List<ViewRepositoryDefinition> repositories) {
		String names = repositories.stream()
			.map((repository) -> repository.repository().getName())
			.collect(Collectors.joining(","));
		refuseBuiltUnit(beanFactory, factory, names);
		beanFactory.getBeanDefinition(factory)
			.getPropertyValues()
			.add("jpaPropertyMap", Map.of(RecordMappingContributor.REPOSITORIES, names));
	}

	private static void refuseBuiltUnit(ConfigurableListableBeanFactory beanFactory, String factory, String names) {
		if (!beanFactory.containsBeanDefinition(factory) && beanFactory.containsBean(factory)) {
			throw new MappingException(names + " reads records through " + factory
					+ " of a parent application context, which was built without them. Let that context find the repository,"
					+ " for example by @EnableJpaRepositories.");
		}
		if (!beanFactory.isFactoryBean(factory)) {
			throw new MappingException(names + " reads records through " + factory
					+ ", which the application builds by itself and without them. Declare it as a"
					+ " LocalContainerEntityManagerFactoryBean, which tells the persistence unit of its records.");
		}
	}

}
