package dev.triggerview.event.tenants;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.TenantId;

/** A row that belongs to a tenant. */
@Entity
public class Note {

	@Id
	private Long id;

	@TenantId
	private String tenant;

	private String text;

	protected Note() {
	}

	public Note(long id, String text) {
		this.id = id;
		this.text = text;
	}

	public String getTenant() {
		return this.tenant;
	}

	public String getText() {
		return this.text;
	}

	public void setText(String text) {
		this.text = text;
	}

}
