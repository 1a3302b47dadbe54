package dev.triggerview.benchmarks.events;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Another entity, which counts the changes of accounts. */
@Entity
@Table(name = "total")
public class Total {

	static final int ID = 1;

	@Id
	private int id = ID;

	private long changes;

	void count() {
		this.changes++;
	}

}
