package dev.triggerview.benchmarks.views;

import java.util.List;

import org.springframework.data.repository.Repository;

/** What a user of Spring Data JDBC would write. */
interface JdbcOrderLines extends Repository<OrderLineAggregate, Long> {

	List<OrderLineAggregate> findAll();

	List<OrderLineAggregate> findByQuantityGreaterThan(int quantity);

}
