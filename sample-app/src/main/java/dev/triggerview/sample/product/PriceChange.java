package dev.triggerview.sample.product;

import java.math.BigDecimal;
import java.time.LocalDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a product cost before and after a change. */
@Entity
@Table(name = "price_changes")
public class PriceChange {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long productId;

	private BigDecimal oldPrice;

	private BigDecimal newPrice;

	private LocalDateTime changedAt;

	protected PriceChange() {
	}

	PriceChange(Long productId, BigDecimal oldPrice, BigDecimal newPrice) {
		this.productId = productId;
		this.oldPrice = oldPrice;
		this.newPrice = newPrice;
		this.changedAt = LocalDateTime.now();
	}

	public BigDecimal getOldPrice() {
		return this.oldPrice;
	}

	public BigDecimal getNewPrice() {
		return this.newPrice;
	}

	public LocalDateTime getChangedAt() {
		return this.changedAt;
	}

}
