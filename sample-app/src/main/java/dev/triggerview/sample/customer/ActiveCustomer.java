package dev.triggerview.sample.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A customer who may order: a row of the view {@code active_customers}. */
@Entity
@Table(name = "active_customers")
public class ActiveCustomer {

	@Id
	private Long id;

	private String name;

	private String email;

	private String region;

	protected ActiveCustomer() {
	}

	public Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

	public String getEmail() {
		return this.email;
	}

	public String getRegion() {
		return this.region;
	}

}
