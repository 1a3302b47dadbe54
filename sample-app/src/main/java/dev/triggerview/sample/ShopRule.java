package dev.triggerview.sample;

import java.util.Arrays;
import java.util.Optional;

/** A rule of the shop that triggers hold; they name it in the error that they raise. */
enum ShopRule {

	SHIPPED_ORDER_IS_FINAL("A shipped order cannot be changed."),

	STOCK_IS_LIMITED("There is not enough of the product in stock.");

	private final String explanation;

	ShopRule(String explanation) {
		this.explanation = explanation;
	}

	String explanation() {
		return this.explanation;
	}

	/** Return the rule that a database's message names. */
	static Optional<ShopRule> namedIn(String message) {
		return Arrays.stream(values()).filter((rule) -> message.contains(rule.name())).findFirst();
	}

}
