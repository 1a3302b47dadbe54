package dev.triggerview.repository.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.springframework.data.annotation.Immutable;

@Entity
public class CustomerTotal {

	@Id
	private Integer id;

	private String name;

	private String city;

	private Long totalAmount;

	public Integer getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getCity() {
		return this.city;
	}

	public Long getTotalAmount() {
		return this.totalAmount;
	}

}
