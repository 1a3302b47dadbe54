package dev.triggerview.repository;

import java.util.List;

import javax.sql.DataSource;

import dev.triggerview.repository.shop.CustomerTotal;
import dev.triggerview.repository.shop.CustomerTotals;
import dev.triggerview.repository.shop.NameAndTotal;
import dev.triggerview.repository.shop.Sales;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Two databases, of which the one that is read from tells other names. */
@EachDatabase
class ReplicaTests {

	private final FreshDatabase database;

	ReplicaTests(FreshDatabase database) {
		this.database = database;
	}

	@Test
	void everyQueryOfAViewGoesToTheReplicaUnlessItsTransactionWrites() {
		Views.create(this.database);
		try (FreshDatabase replica = this.database.kind().create()) {
			Views.create(replica);
			replica.execute("update customer set name = 'Replica'");
			Views.application(this.database)
				.withBean(LazyConnectionDataSourceProxy.class,
						() -> routing(this.database.dataSource(), replica.dataSource()))
				.run((context) -> {
					assertThat(context).hasNotFailed();
					CustomerTotals totals = context.getBean(CustomerTotals.class);
					Sales sales = context.getBean(Sales.class);
					assertThat(names(totals, sales)).containsOnly("Replica");
					List<String> inWritingTransaction = context.getBean(TransactionTemplate.class)
						.execute((status) -> names(totals, sales));
					assertThat(inWritingTransaction).doesNotContain("Replica");
				});
		}
	}

	private static List<String> names(CustomerTotals totals, Sales sales) {
		return List.of(totals.findAll().get(0).getName(), totals.findById(1).map(CustomerTotal::getName).orElseThrow(),
				totals.findAll(NameAndTotal.class).get(0).name(), totals.findByCityOrderByName("Bonn").get(0).getName(),
				totals.findByCityIsNull().get(0).name(), totals.buyers().get(0).name(),
				totals.findSlice(PageRequest.of(0, 1, Sort.by("id"))).getContent().get(0).getName(),
				sales.findAll().get(0).customerName(), sales.findByCityOrderByPaidDesc("Bonn").get(0).customerName(),
				sales.nowhere().get(0).customerName(), sales.firstAbove(1).getContent().get(0).customerName());
	}

	private static LazyConnectionDataSourceProxy routing(DataSource primary, DataSource replica) {
		LazyConnectionDataSourceProxy routing = new LazyConnectionDataSourceProxy(primary);
		routing.setReadOnlyDataSource(replica);
		return routing;
	}

}
