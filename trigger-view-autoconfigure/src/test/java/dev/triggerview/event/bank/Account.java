package dev.triggerview.event.bank;

import java.math.BigDecimal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A versioned entity with an embedded value and an id that the application assigns. */
@Entity
public class Account implements Auditable {

	@Id
	private Long id;

	@Version
	private Integer version;

	private String owner;

	private BigDecimal balance = BigDecimal.ZERO;

	private String changedBy;

	@Embedded
	private Address address;

	protected Account() {
	}

	public Account(long id, String owner) {
		this.id = id;
		this.owner = owner;
	}

	public Long getId() {
		return this.id;
	}

	public Integer getVersion() {
		return this.version;
	}

	public String getOwner() {
		return this.owner;
	}

	public void setOwner(String owner) {
		this.owner = owner;
	}

	public BigDecimal getBalance() {
		return this.balance;
	}

	public void setBalance(BigDecimal balance) {
		this.balance = balance;
	}

	@Override
	public String getChangedBy() {
		return this.changedBy;
	}

	public Address getAddress() {
		return this.address;
	}

	public void setAddress(Address address) {
		this.address = address;
	}

}
