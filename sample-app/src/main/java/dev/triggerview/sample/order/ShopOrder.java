package dev.triggerview.sample.order;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;

/** An order. What a shipped order allows is up to the triggers of its table. */
@Entity
@Table(name = "orders")
class ShopOrder {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long customerId;

	@Enumerated(EnumType.STRING)
	private OrderStatus status;

	private LocalDateTime orderedAt;

	@OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
	private final List<OrderLine> lines = new ArrayList<>();

	protected ShopOrder() {
	}

	ShopOrder(Long customerId) {
		this.customerId = customerId;
		this.status = OrderStatus.OPEN;
		this.orderedAt = LocalDateTime.now();
	}

	Long id() {
		return this.id;
	}

	void add(Long productId, int quantity, BigDecimal unitPrice) {
		this.lines.add(new OrderLine(this, productId, quantity, unitPrice));
	}

	void ship() {
		this.status = OrderStatus.SHIPPED;
	}

	void reopen() {
		this.status = OrderStatus.OPEN;
	}

}
