package dev.triggerview.autoconfigure;

import java.util.Arrays;
import java.util.stream.Stream;

import dev.triggerview.repository.RecordRepositoryExtension;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanNameGenerator;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.AnnotationRepositoryConfigurationSource;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.data.repository.config.RepositoryConfigurationDelegate;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;
import org.springframework.data.util.Streamable;

/**
 * Registers the repositories of records that Spring Data leaves out when it knows several
 * kinds of stores, wherever it has looked for repositories of JPA: in the packages that
 * an application names, or else in those of its auto-configuration.
 */
final class RecordRepositoriesRegistrar implements ImportBeanDefinitionRegistrar {

	private static final String AUTO_CONFIGURATION = "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration";

	private static final String BOOTSTRAP_MODE = "spring.data.jpa.repositories.bootstrap-mode";

	private final Environment environment;

	private final ResourceLoader resources;

	private final BeanFactory beanFactory;

	RecordRepositoriesRegistrar(Environment environment, ResourceLoader resources, BeanFactory beanFactory) {
		this.environment = environment;
		this.resources = resources;
		this.beanFactory = beanFactory;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry,
			BeanNameGenerator names) {
		if (knowsSeveralStores()) {
			scans(registry, names)
				.map((scan) -> new RepositoryConfigurationDelegate(scan, this.resources, this.environment))
				.forEach((scan) -> scan.registerRepositoriesIn(registry, new RecordRepositoryExtension()));
		}
	}

	/** Spring Data asks the same question. */
	@SuppressWarnings("deprecation")
	private boolean knowsSeveralStores() {
		return SpringFactoriesLoader.loadFactoryNames(RepositoryFactorySupport.class, this.resources.getClassLoader())
			.size() > 1;
	}

	private Stream<AnnotationRepositoryConfigurationSource> scans(BeanDefinitionRegistry registry,
			BeanNameGenerator names) {
		Stream<AnnotationRepositoryConfigurationSource> named = Arrays.stream(registry.getBeanDefinitionNames())
			.map(registry::getBeanDefinition)
			.filter(AnnotatedBeanDefinition.class::isInstance)
			.map(AnnotatedBeanDefinition.class::cast)
			.filter((definition) -> definition.getFactoryMethodMetadata() == null)
			.map(AnnotatedBeanDefinition::getMetadata)
			.filter((metadata) -> metadata.isAnnotated(EnableJpaRepositories.class.getName()))
			.map((metadata) -> new AnnotationRepositoryConfigurationSource(metadata, EnableJpaRepositories.class,
					this.resources, this.environment, registry, names));
		return registry.containsBeanDefinition(AUTO_CONFIGURATION)
				? Stream.concat(named, Stream.of(new AutoConfiguredScan(registry, names))) : named;
	}

	/** What Spring Boot scans. */
	private final class AutoConfiguredScan extends AnnotationRepositoryConfigurationSource {

		AutoConfiguredScan(BeanDefinitionRegistry registry, BeanNameGenerator names) {
			super(AnnotationMetadata.introspect(Defaults.class), EnableJpaRepositories.class,
					RecordRepositoriesRegistrar.this.resources, RecordRepositoriesRegistrar.this.environment, registry,
					names);
		}

		@Override
		public Streamable<String> getBasePackages() {
			return Streamable.of(AutoConfigurationPackages.get(RecordRepositoriesRegistrar.this.beanFactory));
		}

		@Override
		public BootstrapMode getBootstrapMode() {
			return Binder.get(RecordRepositoriesRegistrar.this.environment)
				.bind(BOOTSTRAP_MODE, BootstrapMode.class)
				.orElse(BootstrapMode.DEFAULT);
		}

	}

	@EnableJpaRepositories
	private static final class Defaults {

	}

}
