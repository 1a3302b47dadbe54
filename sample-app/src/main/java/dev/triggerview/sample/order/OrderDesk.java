package dev.triggerview.sample.order;

import dev.triggerview.sample.NotFoundException;
import dev.triggerview.sample.customer.ActiveCustomers;
import dev.triggerview.sample.product.Product;
import dev.triggerview.sample.product.Products;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders and ships them. */
@Service
@Transactional
class OrderDesk {

	private final ShopOrders orders;

	private final ActiveCustomers customers;

	private final Products products;

	OrderDesk(ShopOrders orders, ActiveCustomers customers, Products products) {
		this.orders = orders;
		this.customers = customers;
		this.products = products;
	}

	Long place(NewOrder newOrder) {
		if (!this.customers.existsById(newOrder.customerId())) {
			throw new NotFoundException("active customer", newOrder.customerId());
		}
		ShopOrder order = new ShopOrder(newOrder.customerId());
		newOrder.lines().forEach((line) -> add(order, line));
		return this.orders.save(order).id();
	}

	void add(Long orderId, NewOrder.Line line) {
		add(order(orderId), line);
	}

	void ship(Long orderId) {
		order(orderId).ship();
	}

	void reopen(Long orderId) {
		order(orderId).reopen();
	}

	private void add(ShopOrder order, NewOrder.Line line) {
		Product product = this.products.findById(line.productId())
			.orElseThrow(() -> new NotFoundException("product", line.productId()));
		order.add(line.productId(), line.quantity(), product.getPrice());
	}

	private ShopOrder order(Long id) {
		return this.orders.findById(id).orElseThrow(() -> new NotFoundException("order", id));
	}

}
