package dev.triggerview.sample.product;

import dev.triggerview.view.WritableView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * What there is of a product and when it is to be reordered: a row of the view
 * {@code stock_levels}, through which the buyers write.
 */
@Entity
@WritableView
@Table(name = "stock_levels")
public class StockLevel {

	@Id
	private Long productId;

	@Column(updatable = false)
	private String name;

	@Column(updatable = false)
	private int stock;

	private int reorderLevel;

	protected StockLevel() {
	}

	public Long getProductId() {
		return this.productId;
	}

	public String getName() {
		return this.name;
	}

	public int getStock() {
		return this.stock;
	}

	public int getReorderLevel() {
		return this.reorderLevel;
	}

	public void reorderAt(int level) {
		this.reorderLevel = level;
	}

}
