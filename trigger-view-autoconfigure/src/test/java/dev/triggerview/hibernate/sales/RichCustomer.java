package dev.triggerview.hibernate.sales;

import java.math.BigDecimal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

/** A view that reads another view. */
@Entity
@Immutable
public class RichCustomer {

	@Id
	public Long id;

	public String name;

	public BigDecimal total;

}
