package dev.triggerview.event.bank;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** The base of a joined inheritance. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class Vehicle {

	@Id
	private Long id;

	private String plate;

	private String changedBy;

	protected Vehicle() {
	}

	protected Vehicle(long id, String plate) {
		this.id = id;
		this.plate = plate;
	}

	public Long getId() {
		return this.id;
	}

	public String getPlate() {
		return this.plate;
	}

	public void setPlate(String plate) {
		this.plate = plate;
	}

	public String getChangedBy() {
		return this.changedBy;
	}

}
