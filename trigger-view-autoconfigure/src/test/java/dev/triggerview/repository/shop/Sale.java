package dev.triggerview.repository.shop;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A row of a view without a key. */
public record Sale(String city, String customerName, @Enumerated(EnumType.STRING) Size size,
		@Column(name = "amount") Integer paid) {

	/** How much was paid. */
	public enum Size {

		SMALL, LARGE

	}

}
