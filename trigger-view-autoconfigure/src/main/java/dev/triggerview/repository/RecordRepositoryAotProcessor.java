package dev.triggerview.repository;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.aot.JpaRepositoryContributor;
import org.springframework.data.jpa.repository.config.JpaRepositoryConfigExtension.JpaRepositoryRegistrationAotProcessor;
import org.springframework.data.repository.config.AotRepositoryContext;

/**
 * Processes JPA repositories ahead of time, without generating the queries of those that
 * read records: Spring Data generates them from a mapping of which these are no part.
 * They are derived when the application starts, as they are without processing.
 */
final class RecordRepositoryAotProcessor extends JpaRepositoryRegistrationAotProcessor {

	@Override
	protected @Nullable JpaRepositoryContributor contributeAotRepository(AotRepositoryContext context) {
		return RecordView.isReadBy(context.getRepositoryInformation().getRepositoryInterface()) ? null
				: super.contributeAotRepository(context);
	}

}
