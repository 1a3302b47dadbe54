package dev.triggerview.event.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.SQLRestriction;

/** An entity that hides some of its rows. */
@Entity
@SQLRestriction("name <> 'hidden'")
public class Relic {

	@Id
	private Long id;

	private String name;

	protected Relic() {
	}

	public Relic(long id, String name) {
		this.id = id;
		this.name = name;
	}

	public Long getId() {
		return this.id;
	}

}
