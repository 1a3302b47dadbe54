package dev.triggerview.event.bank;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

/**
 * An entity whose identifier is embedded, with a reference and a value that is mutable.
 */
@Entity
public class Seat {

	@EmbeddedId
	private Place place;

	private String guest;

	private byte[] picture = { 1 };

	@ManyToOne(cascade = CascadeType.PERSIST)
	private Account owner;

	protected Seat() {
	}

	public Seat(String hall, int number) {
		this.place = new Place(hall, number);
	}

	public Place getPlace() {
		return this.place;
	}

	public String getGuest() {
		return this.guest;
	}

	public byte[] getPicture() {
		return this.picture;
	}

	public Account getOwner() {
		return this.owner;
	}

	public void setOwner(Account owner) {
		this.owner = owner;
	}

	/**
	 * Where a seat is.
	 *
	 * @param hall the name of the hall
	 * @param number the number in the hall
	 */
	@Embeddable
	public record Place(String hall, int number) {

	}

}
