package dev.triggerview.repository.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "customer_total")
public class ArchivedTotal {

	@Id
	private Integer id;

	private String name;

	public String getName() {
		return this.name;
	}

}
