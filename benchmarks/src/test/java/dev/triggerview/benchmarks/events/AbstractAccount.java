package dev.triggerview.benchmarks.events;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.LastModifiedDate;

/** What all variants write; they differ in the annotations of the class only. */
@MappedSuperclass
public abstract class AbstractAccount {

	@Id
	private Long id = 0L;

	private String owner = "";

	private BigDecimal amount = BigDecimal.ZERO;

	@CreatedDate
	private @Nullable Instant createdAt;

	@LastModifiedDate
	private @Nullable Instant modifiedAt;

	AbstractAccount open(long id) {
		this.id = id;
		this.owner = "Owner " + id;
		this.amount = BigDecimal.valueOf(id, 2);
		return this;
	}

	void deposit() {
		this.amount = this.amount.add(BigDecimal.ONE);
	}

}
