package dev.triggerview.repository;

import dev.triggerview.repository.shop.CustomerTotals;
import dev.triggerview.repository.shop.Sales;
import dev.triggerview.view.ReadOnlyViewException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.test.util.AopTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The slice brings a database of its own, H2. */
@DataJpaTest(properties = { "spring.jpa.hibernate.ddl-auto=none", "spring.liquibase.enabled=false",
		"spring.sql.init.schema-locations=classpath:dev/triggerview/repository/shop.sql" })
class SliceTests {

	@Autowired
	private CustomerTotals totals;

	@Autowired
	private Sales sales;

	@Test
	void hasReadOnlyRepositories() {
		assertThat(this.totals.findAll()).hasSize(1);
		assertThat(this.sales.findAll()).hasSize(1);
		JpaRepository<?, ?> target = AopTestUtils.getTargetObject(this.totals);
		assertThatExceptionOfType(ReadOnlyViewException.class).isThrownBy(target::deleteAll);
	}

	@SpringBootConfiguration
	@AutoConfigurationPackage(basePackages = "dev.triggerview.repository.shop")
	static class Shop {

	}

}
