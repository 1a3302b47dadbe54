package dev.triggerview.hibernate.sales;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Purchase {

	@Id
	public Long id;

	@Column(name = "customer_id")
	public Long customerId;

	public BigDecimal total;

	public Purchase() {
	}

	public Purchase(long id, long customerId, String total) {
		this.id = id;
		this.customerId = customerId;
		this.total = new BigDecimal(total);
	}

}
