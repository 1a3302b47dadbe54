package dev.triggerview.hibernate.sales;

import java.math.BigDecimal;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;

import org.hibernate.annotations.Immutable;

/** A view that reads another view. */
@Entity
@Immutable
public class RichCustomer {

	@Id
	public Long id;

	public String name;

	public BigDecimal total;

	@ElementCollection
	@CollectionTable(name = "customer_tag", joinColumns = @JoinColumn(name = "customer_id"))
	@Column(name = "tag")
	public Set<String> tags;

}
