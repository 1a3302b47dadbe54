package dev.triggerview.event.bank;

import java.io.Serializable;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** An entity with two identifiers, which a class of its own holds. */
@Entity
@IdClass(Visit.Key.class)
public class Visit {

	@Id
	private long visitor;

	@Id
	@Column(name = "visited_on")
	private LocalDate date;

	private String reason;

	protected Visit() {
	}

	public Visit(long visitor, LocalDate date) {
		this.visitor = visitor;
		this.date = date;
	}

	public Key getKey() {
		return new Key(this.visitor, this.date);
	}

	public String getReason() {
		return this.reason;
	}

	/**
	 * Who came when.
	 *
	 * @param visitor who came
	 * @param date when
	 */
	public record Key(long visitor, LocalDate date) implements Serializable {

	}

}
