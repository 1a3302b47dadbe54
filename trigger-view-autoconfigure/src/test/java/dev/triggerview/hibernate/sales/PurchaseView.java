package dev.triggerview.hibernate.sales;

import java.math.BigDecimal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Rows of a view that a table entity refers to with every cascade. */
@Entity
public class PurchaseView {

	@Id
	public Long id;

	public BigDecimal total;

}
