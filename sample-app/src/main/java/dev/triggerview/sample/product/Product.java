package dev.triggerview.sample.product;

import java.math.BigDecimal;
import java.time.LocalDateTime;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;

/** A product. Its stock and its last modification belong to triggers. */
@Entity
@Table(name = "products")
public class Product {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String name;

	private String category;

	private BigDecimal price;

	@Column(insertable = false, updatable = false)
	private int stock;

	private int reorderLevel;

	@Generated(event = { EventType.INSERT, EventType.UPDATE })
	private LocalDateTime lastModified;

	protected Product() {
	}

	public Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

	public String getCategory() {
		return this.category;
	}

	public BigDecimal getPrice() {
		return this.price;
	}

	public void setPrice(BigDecimal price) {
		this.price = price.setScale(2);
	}

	public int getStock() {
		return this.stock;
	}

	public int getReorderLevel() {
		return this.reorderLevel;
	}

	public LocalDateTime getLastModified() {
		return this.lastModified;
	}

	public boolean mustBeReordered() {
		return this.stock <= this.reorderLevel;
	}

}
