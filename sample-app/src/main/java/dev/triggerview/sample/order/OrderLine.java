package dev.triggerview.sample.order;

import java.math.BigDecimal;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** So many of a product, at the price of the day. A trigger takes them from the stock. */
@Entity
@Table(name = "order_lines")
public class OrderLine {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	private ShopOrder order;

	private Long productId;

	private int quantity;

	private BigDecimal unitPrice;

	protected OrderLine() {
	}

	OrderLine(ShopOrder order, Long productId, int quantity, BigDecimal unitPrice) {
		this.order = order;
		this.productId = productId;
		this.quantity = quantity;
		this.unitPrice = unitPrice;
	}

	public Long getProductId() {
		return this.productId;
	}

}
