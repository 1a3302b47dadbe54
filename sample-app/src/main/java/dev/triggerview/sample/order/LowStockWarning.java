package dev.triggerview.sample.order;

import dev.triggerview.event.AfterInsert;
import dev.triggerview.sample.product.Product;
import dev.triggerview.sample.product.Products;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Warns when an order has left little of a product, once the order is safe. */
@Component
class LowStockWarning {

	private static final Log logger = LogFactory.getLog(LowStockWarning.class);

	private final Products products;

	LowStockWarning(Products products) {
		this.products = products;
	}

	@TransactionalEventListener
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	void on(AfterInsert<OrderLine> insert) {
		this.products.findById(insert.entity().getProductId()).filter(Product::mustBeReordered).ifPresent(this::warn);
	}

	private void warn(Product product) {
		logger.warn("Only " + product.getStock() + " left of " + product.getName() + ": reorder at "
				+ product.getReorderLevel());
	}

}
