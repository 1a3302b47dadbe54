package dev.triggerview.sample.order;

import java.math.BigDecimal;

import dev.triggerview.repository.ReadOnlyViewRepository;
import dev.triggerview.repository.ViewRepository;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/** Reads the view {@code order_totals}. */
@ReadOnlyViewRepository
interface OrderTotals extends ViewRepository<OrderTotal, Long> {

	Page<OrderTotal> findByTotalGreaterThanEqual(BigDecimal minimum, Pageable page);

	Page<OrderTotal> findByStatusAndTotalGreaterThanEqual(OrderStatus status, BigDecimal minimum, Pageable page);

}
