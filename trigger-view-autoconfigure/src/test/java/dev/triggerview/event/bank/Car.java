package dev.triggerview.event.bank;

import jakarta.persistence.Entity;

/** A subclass with a table of its own. */
@Entity
public class Car extends Vehicle {

	private String color;

	protected Car() {
	}

	public Car(long id, String plate, String color) {
		super(id, plate);
		this.color = color;
	}

	public String getColor() {
		return this.color;
	}

	public void setColor(String color) {
		this.color = color;
	}

}
