package dev.triggerview.hibernate.sales;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;

@Entity
public class Customer {

	@Id
	public Long id;

	public String name;

	@OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
	@JoinColumn(name = "customer_id")
	public List<PurchaseView> purchases = new ArrayList<>();

	public Customer() {
	}

	public Customer(long id, String name) {
		this.id = id;
		this.name = name;
	}

}
