package dev.triggerview.event.vault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;

/** An entity whose collections may have elements without a row. */
@Entity
public class Safe {

	@Id
	private Long id;

	private String name = "safe";

	@ElementCollection
	private Map<String, String> labels = new HashMap<>();

	@ElementCollection
	@OrderColumn
	private List<String> shelves = new ArrayList<>();

	@ElementCollection
	@OrderColumn
	private String[] locks = new String[0];

	@ElementCollection
	private List<Coin> coins = new ArrayList<>();

	protected Safe() {
	}

	public Safe(long id) {
		this.id = id;
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

	public Map<String, String> getLabels() {
		return this.labels;
	}

	public List<String> getShelves() {
		return this.shelves;
	}

	public void setShelves(List<String> shelves) {
		this.shelves = shelves;
	}

	public String[] getLocks() {
		return this.locks;
	}

	public void setLocks(String[] locks) {
		this.locks = locks;
	}

	public List<Coin> getCoins() {
		return this.coins;
	}

	/** A value without {@code equals}. */
	@Embeddable
	public static class Coin {

		private String metal;

		private int grams;

		protected Coin() {
		}

		public Coin(String metal, int grams) {
			this.metal = metal;
			this.grams = grams;
		}

		@Override
		public String toString() {
			return this.metal + this.grams;
		}

	}

}
