package dev.triggerview.event.bank;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A part of a branch. */
@Entity
public class Teller {

	@Id
	private Long id;

	private String name;

	@ManyToOne(fetch = FetchType.LAZY)
	private Branch branch;

	protected Teller() {
	}

	public Teller(long id, String name, Branch branch) {
		this.id = id;
		this.name = name;
		this.branch = branch;
	}

	public Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public Branch getBranch() {
		return this.branch;
	}

}
