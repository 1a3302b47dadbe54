package dev.triggerview.sample.order;

import java.math.BigDecimal;
import java.time.LocalDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What an order comes to: a row of the view {@code order_totals}. */
@Entity
@Table(name = "order_totals")
public class OrderTotal {

	@Id
	private Long orderId;

	private String customerName;

	private String region;

	@Enumerated(EnumType.STRING)
	private OrderStatus status;

	private LocalDateTime orderedAt;

	private long lineCount;

	private BigDecimal total;

	protected OrderTotal() {
	}

	public Long getOrderId() {
		return this.orderId;
	}

	public String getCustomerName() {
		return this.customerName;
	}

	public String getRegion() {
		return this.region;
	}

	public OrderStatus getStatus() {
		return this.status;
	}

	public LocalDateTime getOrderedAt() {
		return this.orderedAt;
	}

	public long getLineCount() {
		return this.lineCount;
	}

	public BigDecimal getTotal() {
		return this.total;
	}

}
