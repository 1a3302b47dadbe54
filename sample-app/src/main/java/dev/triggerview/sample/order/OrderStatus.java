package dev.triggerview.sample.order;

/** How far an order is. */
public enum OrderStatus {

	OPEN, SHIPPED

}
