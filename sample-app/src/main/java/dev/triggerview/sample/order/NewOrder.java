package dev.triggerview.sample.order;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/** What a customer asks for. */
record NewOrder(@NotNull Long customerId, @NotEmpty List<@Valid Line> lines) {

	record Line(@NotNull Long productId, @Positive int quantity) {

	}

}
