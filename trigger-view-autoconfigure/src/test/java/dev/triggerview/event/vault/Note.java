package dev.triggerview.event.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What a listener writes beside the row that it is told of. */
@Entity
public class Note {

	@Id
	private Long id;

	protected Note() {
	}

	public Note(long id) {
		this.id = id;
	}

	public Long getId() {
		return this.id;
	}

}
