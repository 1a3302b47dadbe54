package dev.triggerview.sample.product;

import java.math.BigDecimal;
import java.util.List;

import dev.triggerview.sample.NotFoundException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/products/{id}")
class ProductsController {

	private final Products products;

	private final PriceChanges priceChanges;

	ProductsController(Products products, PriceChanges priceChanges) {
		this.products = products;
		this.priceChanges = priceChanges;
	}

	@GetMapping
	Product product(@PathVariable Long id) {
		return this.products.findById(id).orElseThrow(() -> new NotFoundException("product", id));
	}

	@PutMapping("/price")
	@Transactional
	Product changePrice(@PathVariable Long id, @RequestBody @Valid NewPrice price) {
		Product product = product(id);
		product.setPrice(price.price());
		return this.products.saveAndFlush(product);
	}

	@GetMapping("/price-changes")
	List<PriceChange> priceChanges(@PathVariable Long id) {
		return this.priceChanges.findByProductIdOrderById(id);
	}

	record NewPrice(@NotNull @DecimalMin("0.01") @Digits(integer = 8, fraction = 2) BigDecimal price) {

	}

}
