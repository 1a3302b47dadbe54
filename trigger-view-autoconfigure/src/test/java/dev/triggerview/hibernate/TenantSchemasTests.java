package dev.triggerview.hibernate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import dev.triggerview.hibernate.sales.Customer;
import dev.triggerview.hibernate.sales.CustomerView;
import dev.triggerview.hibernate.sales.PurchaseView;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tenants with a schema each, of which the connection that starts Hibernate sees none.
 * One database with schemas does.
 */
class TenantSchemasTests {

	private static FreshDatabase database;

	private static String tenant = "NORTH";

	@BeforeAll
	static void create() {
		database = TestDatabase.H2.create();
		for (String schema : List.of("north", "south")) {
			database.execute("create schema " + schema,
					"create table " + schema + ".customer (id bigint primary key, name varchar(50))",
					"create view " + schema + ".customer_view as select id, name from " + schema + ".customer",
					"create view " + schema + ".purchase_view as select id, id as customer_id, 1.0 as total from "
							+ schema + ".customer");
		}
	}

	@AfterAll
	static void drop() {
		database.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "NORTH", "SOUTH" })
	void everyTenantSeesItsPendingChanges(String name) {
		tenant = name;
		SalesDatabase.application(database, List.of(Customer.class, CustomerView.class, PurchaseView.class))
			.withBean(HibernatePropertiesCustomizer.class, () -> TenantSchemasTests::addTenants)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				EntityManager entities = SharedEntityManagerCreator
					.createSharedEntityManager(context.getBean(EntityManagerFactory.class));
				new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
					.executeWithoutResult((status) -> {
						entities.persist(new Customer(1, name));
						assertThat(entities.createQuery("from CustomerView", CustomerView.class).getResultList())
							.extracting((row) -> row.name)
							.containsExactly(name);
					});
			});
	}

	private static void addTenants(Map<String, Object> properties) {
		properties.put(MultiTenancySettings.MULTI_TENANT_CONNECTION_PROVIDER, new Schemas());
		properties.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, new Tenant());
	}

	private static final class Tenant implements CurrentTenantIdentifierResolver<String> {

		@Override
		public String resolveCurrentTenantIdentifier() {
			return tenant;
		}

		@Override
		public boolean validateExistingCurrentSessions() {
			return false;
		}

	}

	private static final class Schemas implements MultiTenantConnectionProvider<String> {

		private static final long serialVersionUID = 1L;

		@Override
		public Connection getAnyConnection() throws SQLException {
			return database.connect();
		}

		@Override
		public void releaseAnyConnection(Connection connection) throws SQLException {
			connection.close();
		}

		@Override
		public Connection getConnection(String schema) throws SQLException {
			Connection connection = database.connect();
			connection.setSchema(schema);
			return connection;
		}

		@Override
		public void releaseConnection(String schema, Connection connection) throws SQLException {
			connection.close();
		}

		@Override
		public boolean supportsAggressiveRelease() {
			return false;
		}

		@Override
		public boolean isUnwrappableAs(Class<?> type) {
			return false;
		}

		@Override
		public <T> T unwrap(Class<T> type) {
			throw new UnsupportedOperationException();
		}

	}

}
