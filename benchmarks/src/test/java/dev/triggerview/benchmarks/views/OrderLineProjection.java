package dev.triggerview.benchmarks.views;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** The view as an interface projection of Spring Data. */
interface OrderLineProjection {

	Long getId();

	String getCustomer();

	String getCity();

	String getProduct();

	Integer getQuantity();

	BigDecimal getPrice();

	LocalDateTime getOrderedAt();

	Boolean getPaid();

	default OrderLine line() {
		return new OrderLine(getId(), getCustomer(), getCity(), getProduct(), getQuantity(), getPrice(), getOrderedAt(),
				getPaid());
	}

}
