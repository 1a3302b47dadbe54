package dev.triggerview.event.bank;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;

/** An entity that writes and deletes its tellers with itself. */
@Entity
public class Branch {

	@Id
	private Long id;

	private String name;

	private Integer stamp;

	private Integer hired = 0;

	@OneToMany(mappedBy = "branch", cascade = CascadeType.ALL, orphanRemoval = true)
	private List<Teller> tellers = new ArrayList<>();

	protected Branch() {
	}

	public Branch(long id, String name) {
		this.id = id;
		this.name = name;
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

	public Integer getStamp() {
		return this.stamp;
	}

	public Integer getHired() {
		return this.hired;
	}

	public void setHired(Integer hired) {
		this.hired = hired;
	}

	public List<Teller> getTellers() {
		return this.tellers;
	}

}
