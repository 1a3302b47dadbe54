package dev.triggerview.event.bank;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.SoftDelete;

/** An entity whose row stays when it is deleted. */
@Entity
@SoftDelete
public class Locker {

	@Id
	private Long id;

	private String renter;

	protected Locker() {
	}

	public Locker(long id, String renter) {
		this.id = id;
		this.renter = renter;
	}

	public Long getId() {
		return this.id;
	}

}
