package dev.triggerview.benchmarks.views;

import java.math.BigDecimal;
import java.time.LocalDateTime;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** The view as an aggregate of Spring Data JDBC. */
@Table
class OrderLineAggregate {

	@Id
	private Long id;

	private String customer;

	private String city;

	private String product;

	private Integer quantity;

	private BigDecimal price;

	private LocalDateTime orderedAt;

	private Boolean paid;

	OrderLine line() {
		return new OrderLine(this.id, this.customer, this.city, this.product, this.quantity, this.price, this.orderedAt,
				this.paid);
	}

}
