package dev.triggerview.benchmarks.views;

import java.util.List;

import dev.triggerview.repository.ReadOnlyViewRepository;
import dev.triggerview.repository.ViewRepository;

import org.springframework.data.jpa.repository.Query;

/** What a user of this library writes. */
@ReadOnlyViewRepository
interface ViewOrderLines extends ViewRepository<OrderLineEntity, Long> {

	List<OrderLine> findByQuantityGreaterThan(int quantity);

	@Query("select line from OrderLineEntity line where line.quantity > :quantity")
	List<OrderLine> above(int quantity);

}
