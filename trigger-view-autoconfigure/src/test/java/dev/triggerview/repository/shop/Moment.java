package dev.triggerview.repository.shop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

import jakarta.persistence.Column;

/** A row of a view with one column of each kind. */
public record Moment(int id, String name, Long amount, BigDecimal price, Double rate, Boolean paid,
		@Column(name = "happened_at") LocalDateTime at, @Column(name = "happened_on") LocalDate on) {

}
