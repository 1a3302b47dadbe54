package dev.triggerview.sample.order;

import java.time.LocalDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** What a trigger wrote down about an order, whoever changed it. */
@Entity
@Immutable
@Table(name = "order_audit")
public class AuditEntry {

	@Id
	private Long id;

	private Long orderId;

	private String action;

	@Enumerated(EnumType.STRING)
	private OrderStatus oldStatus;

	@Enumerated(EnumType.STRING)
	private OrderStatus newStatus;

	private LocalDateTime changedAt;

	protected AuditEntry() {
	}

	public String getAction() {
		return this.action;
	}

	public OrderStatus getOldStatus() {
		return this.oldStatus;
	}

	public OrderStatus getNewStatus() {
		return this.newStatus;
	}

	public LocalDateTime getChangedAt() {
		return this.changedAt;
	}

}
