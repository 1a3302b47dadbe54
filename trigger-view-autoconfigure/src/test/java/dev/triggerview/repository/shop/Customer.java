package dev.triggerview.repository.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Customer {

	@Id
	private Integer id;

	private String name;

	private String city;

	protected Customer() {
	}

	public Customer(int id, String name, String city) {
		this.id = id;
		this.name = name;
		this.city = city;
	}

	public String getName() {
		return this.name;
	}

}
