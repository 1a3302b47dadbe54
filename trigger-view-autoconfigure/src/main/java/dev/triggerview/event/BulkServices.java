package dev.triggerview.event;

import java.util.Map;

import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.jdbc.internal.JdbcServicesImpl;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableMutationStrategyProvider;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.hibernate.sql.exec.spi.JdbcMutationExecutor;

/**
 * Puts {@link BulkExecutor} and {@link BulkStrategies} where Hibernate executes mutation
 * queries, which fire no event of Hibernate. Found by Hibernate itself; without listeners
 * it only passes on.
 */
public final class BulkServices implements ServiceContributor {

	@Override
	public void contribute(StandardServiceRegistryBuilder builder) {
		builder.addInitiator(new StandardServiceInitiator<JdbcServices>() {

			@Override
			public Class<JdbcServices> getServiceInitiated() {
				return JdbcServices.class;
			}

			@Override
			public JdbcServices initiateService(Map<String, Object> configuration,
					ServiceRegistryImplementor registry) {
				return new Services();
			}

		});
		builder.addInitiator(new StandardServiceInitiator<SqmMultiTableMutationStrategyProvider>() {

			@Override
			public Class<SqmMultiTableMutationStrategyProvider> getServiceInitiated() {
				return SqmMultiTableMutationStrategyProvider.class;
			}

			@Override
			public SqmMultiTableMutationStrategyProvider initiateService(Map<String, Object> configuration,
					ServiceRegistryImplementor registry) {
				return new BulkStrategies();
			}

		});
	}

	private static final class Services extends JdbcServicesImpl {

		private final JdbcMutationExecutor executor = new BulkExecutor(super.getJdbcMutationExecutor());

		@Override
		public JdbcMutationExecutor getJdbcMutationExecutor() {
			return this.executor;
		}

	}

}
