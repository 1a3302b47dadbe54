package dev.triggerview.benchmarks.views;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** A row of the view {@code order_line_view}, which joins two tables. */
public record OrderLine(Long id, String customer, String city, String product, Integer quantity, BigDecimal price,
		LocalDateTime orderedAt, Boolean paid) {

	/** Return the row that any of the variants returned. */
	static OrderLine of(Object row) {
		if (row instanceof OrderLineEntity entity) {
			return entity.line();
		}
		if (row instanceof OrderLineAggregate aggregate) {
			return aggregate.line();
		}
		if (row instanceof OrderLineProjection projection) {
			return projection.line();
		}
		return (OrderLine) row;
	}

}
