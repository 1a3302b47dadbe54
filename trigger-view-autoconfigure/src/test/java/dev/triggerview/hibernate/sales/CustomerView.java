package dev.triggerview.hibernate.sales;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A view that PostgreSQL would write through. */
@Entity
public class CustomerView {

	@Id
	public Long id;

	public String name;

	public CustomerView() {
	}

	public CustomerView(long id, String name) {
		this.id = id;
		this.name = name;
	}

}
