package dev.triggerview.repository;

import java.util.Collection;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;

import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.io.ResourceLoader;
import org.springframework.data.jpa.repository.config.JpaRepositoryConfigExtension;
import org.springframework.data.repository.config.RepositoryConfiguration;
import org.springframework.data.repository.config.RepositoryConfigurationSource;
import org.springframework.data.repository.core.RepositoryMetadata;

/**
 * Finds the repositories of records where Spring Data knows several kinds of stores. It
 * then leaves out each repository whose entity does not say by an annotation which store
 * it is of; a record, which is no entity, does not.
 */
public final class RecordRepositoryExtension extends JpaRepositoryConfigExtension {

	/** Explicit filters of a scan have found the repositories already. */
	@Override
	public <T extends RepositoryConfigurationSource> Collection<RepositoryConfiguration<T>> getRepositoryConfigurations(
			T source, ResourceLoader loader, boolean strictMatchesOnly) {
		return source.usesExplicitFilters() ? List.of() : super.getRepositoryConfigurations(source, loader, true);
	}

	@Override
	protected boolean isStrictRepositoryCandidate(RepositoryMetadata metadata) {
		Class<?> repository = metadata.getRepositoryInterface();
		return ViewRepositoryDefinition.isReadOnly(repository) && RecordView.isReadBy(repository)
				&& !hasStore(metadata.getDomainType());
	}

	private static boolean hasStore(Class<?> row) {
		MergedAnnotations annotations = MergedAnnotations.from(row);
		return annotations.isPresent(Entity.class) || annotations.isPresent(MappedSuperclass.class);
	}

	@Override
	public Class<? extends BeanRegistrationAotProcessor> getRepositoryAotProcessor() {
		return RecordRepositoryAotProcessor.class;
	}

}
