package dev.triggerview.event.bank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;

/** An entity with collections that have tables of their own. */
@Entity
public class Club {

	@Id
	private Long id;

	private String name = "Club";

	@ElementCollection
	private Set<String> tags = new HashSet<>();

	@ElementCollection
	@OrderColumn
	private List<String> ranking = new ArrayList<>();

	@ManyToMany
	private Set<Account> members = new HashSet<>();

	protected Club() {
	}

	public Club(long id) {
		this.id = id;
	}

	public Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

	public Set<String> getTags() {
		return this.tags;
	}

	public void setTags(Set<String> tags) {
		this.tags = tags;
	}

	public List<String> getRanking() {
		return this.ranking;
	}

	public Set<Account> getMembers() {
		return this.members;
	}

}
