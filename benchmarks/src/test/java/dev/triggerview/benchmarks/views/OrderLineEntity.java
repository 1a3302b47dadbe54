package dev.triggerview.benchmarks.views;

import java.math.BigDecimal;
import java.time.LocalDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The view as an entity of Hibernate. */
@Entity
@Immutable
@Table(name = "order_line_view")
class OrderLineEntity {

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
