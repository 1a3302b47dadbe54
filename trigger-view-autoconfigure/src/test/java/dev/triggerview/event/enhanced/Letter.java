package dev.triggerview.event.enhanced;

import jakarta.persistence.Basic;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import org.hibernate.annotations.DynamicUpdate;

/** An entity that keeps account of its own changes, once it is enhanced. */
@Entity
@DynamicUpdate
public class Letter {

	@Id
	private Long id;

	private String subject;

	private String changedBy;

	@Basic(fetch = FetchType.LAZY)
	private String text = "text";

	@Embedded
	private Postage postage = new Postage();

	protected Letter() {
	}

	public Letter(long id, String subject) {
		this.id = id;
		this.subject = subject;
	}

	public void setSubject(String subject) {
		this.subject = subject;
	}

	public void setChangedBy(String changedBy) {
		this.changedBy = changedBy;
	}

	public void overwrite(String value) {
		this.subject = value;
		this.changedBy = value;
		this.text = value;
		this.postage = new Postage();
		this.postage.currency = value;
	}

	/** What it costs to send it. */
	@Embeddable
	public static class Postage {

		private Integer cents = 0;

		private String currency = "CHF";

	}

}
