package dev.triggerview.event.bank;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.DynamicUpdate;

/**
 * An entity whose id the database assigns and whose updates name changed columns only.
 */
@Entity
@DynamicUpdate
public class Ticket {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String subject;

	private String state;

	private String changedBy;

	protected Ticket() {
	}

	public Ticket(String subject) {
		this.subject = subject;
	}

	public Long getId() {
		return this.id;
	}

	public String getSubject() {
		return this.subject;
	}

	public void setSubject(String subject) {
		this.subject = subject;
	}

	public String getState() {
		return this.state;
	}

	public void setState(String state) {
		this.state = state;
	}

	public String getChangedBy() {
		return this.changedBy;
	}

}
