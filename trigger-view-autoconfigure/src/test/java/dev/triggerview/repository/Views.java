package dev.triggerview.repository;

import dev.triggerview.autoconfigure.ViewRepositoriesAutoConfiguration;
import dev.triggerview.testing.FreshDatabase;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The shop that the tests of this package read: two tables and a view of both. */
final class Views {

	private Views() {
	}

	/** Creates customers 1 to 4, of which 4 has no city, and a view with their totals. */
	static void create(FreshDatabase database) {
		database.execute("create table customer (id int primary key, name varchar(40) not null, city varchar(40))",
				"create table purchase (id int primary key, customer_id int not null, amount int not null)",
				"create view customer_total as select c.id, c.name, c.city, cast(coalesce(sum(p.amount), 0) as integer) as total_amount"
						+ " from customer c left join purchase p on p.customer_id = c.id group by c.id, c.name, c.city",
				"create view city_sale as select c.city, c.name as customer_name, p.amount,"
						+ " case when p.amount > 5 then 'LARGE' when p.amount > 0 then 'SMALL' end as size"
						+ " from customer c left join purchase p on p.customer_id = c.id",
				"create table event_log (id int primary key, name varchar(40), amount bigint, price decimal(10, 2),"
						+ " rate double precision, paid boolean, happened_at timestamp null, happened_on date)",
				"create view moment as select * from event_log", "insert into customer values (1, 'Ann', 'Bonn')",
				"insert into customer values (2, 'Bob', 'Bonn')", "insert into customer values (3, 'Cid', 'Kiel')",
				"insert into customer values (4, 'Dan', null)", "insert into purchase values (1, 1, 11)",
				"insert into purchase values (2, 1, 4)", "insert into purchase values (3, 2, 7)");
	}

	/** Return an application that reads {@code dev.triggerview.repository.shop}. */
	static ApplicationContextRunner application(FreshDatabase database) {
		return new ApplicationContextRunner().withPropertyValues(database.springProperties())
			.withUserConfiguration(Shop.class);
	}

	/** Start that application; the caller closes it. */
	static ConfigurableApplicationContext start(FreshDatabase database, String... properties) {
		return new SpringApplicationBuilder(Shop.class).web(WebApplicationType.NONE)
			.properties(database.springPropertiesAnd(properties))
			.run();
	}

	/** The package of the application: what Boot scans. */
	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackages = "dev.triggerview.repository.shop")
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
			HibernateJpaAutoConfiguration.class, TransactionAutoConfiguration.class,
			DataJpaRepositoriesAutoConfiguration.class, ViewRepositoriesAutoConfiguration.class })
	static class Shop {

	}

}
