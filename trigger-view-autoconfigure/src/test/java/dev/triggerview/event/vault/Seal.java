package dev.triggerview.event.vault;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Parent;

/**
 * An entity whose identifier has no {@code equals}, with an embedded value that may be of
 * several classes and refers to another entity; what a row has besides columns too.
 */
@Entity
public class Seal {

	@Id
	@Column(length = 16)
	private byte[] id;

	@Column(unique = true)
	private String name;

	@Column(updatable = false)
	private String createdBy = "Ann";

	@Formula("upper(name)")
	private String loud;

	@Any
	@AnyKeyJavaClass(Long.class)
	@AnyDiscriminatorValue(discriminator = "safe", entity = Safe.class)
	@AnyDiscriminatorValue(discriminator = "note", entity = Note.class)
	@Column(name = "seals_type")
	@JoinColumn(name = "seals_id")
	private Object seals;

	@Embedded
	private Mark mark;

	protected Seal() {
	}

	public Seal(int id, String name, Mark mark) {
		this.id = new byte[] { (byte) id };
		this.name = name;
		this.mark = mark;
	}

	public byte[] getId() {
		return this.id;
	}

	public void setName(String name) {
		this.name = name;
	}

	public void setCreatedBy(String createdBy) {
		this.createdBy = createdBy;
	}

	public void setSeals(Object seals) {
		this.seals = seals;
	}

	public Mark getMark() {
		return this.mark;
	}

	/** What all marks have. */
	@Embeddable
	@DiscriminatorColumn(name = "kind")
	@DiscriminatorValue("mark")
	public static class Mark {

		private String color;

		@Column(updatable = false)
		private String maker = "Ann";

		@ManyToOne(fetch = FetchType.LAZY)
		private Safe safe;

		@Parent
		private Seal seal;

		protected Mark() {
		}

		public Mark(String color, Safe safe) {
			this.color = color;
			this.safe = safe;
		}

		public String getColor() {
			return this.color;
		}

		public void setColor(String color) {
			this.color = color;
		}

		public void setMaker(String maker) {
			this.maker = maker;
		}

		public Safe getSafe() {
			return this.safe;
		}

		public Seal getSeal() {
			return this.seal;
		}

		public void setSeal(Seal seal) {
			this.seal = seal;
		}

	}

	/** A mark in wax. */
	@Embeddable
	@DiscriminatorValue("wax")
	public static class Wax extends Mark {

		private Integer grams;

		protected Wax() {
		}

		public Wax(String color, Safe safe, int grams) {
			super(color, safe);
			this.grams = grams;
		}

		public Integer getGrams() {
			return this.grams;
		}

	}

}
