package dev.triggerview.sample.order;

import java.net.URI;
import java.util.List;

import dev.triggerview.sample.NotFoundException;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
class OrdersController {

	private final OrderDesk desk;

	private final OrderTotals totals;

	private final OrderAudit audit;

	OrdersController(OrderDesk desk, OrderTotals totals, OrderAudit audit) {
		this.desk = desk;
		this.totals = totals;
		this.audit = audit;
	}

	@PostMapping
	ResponseEntity<OrderTotal> place(@RequestBody @Valid NewOrder order) {
		Long id = this.desk.place(order);
		return ResponseEntity.created(URI.create("/orders/" + id)).body(order(id));
	}

	@GetMapping("/{id}")
	OrderTotal order(@PathVariable Long id) {
		return this.totals.findById(id).orElseThrow(() -> new NotFoundException("order", id));
	}

	@PostMapping("/{id}/lines")
	OrderTotal add(@PathVariable Long id, @RequestBody @Valid NewOrder.Line line) {
		this.desk.add(id, line);
		return order(id);
	}

	@PostMapping("/{id}/ship")
	OrderTotal ship(@PathVariable Long id) {
		this.desk.ship(id);
		return order(id);
	}

	@PostMapping("/{id}/reopen")
	OrderTotal reopen(@PathVariable Long id) {
		this.desk.reopen(id);
		return order(id);
	}

	@GetMapping("/{id}/audit")
	List<AuditEntry> audit(@PathVariable Long id) {
		return this.audit.findByOrderIdOrderById(id);
	}

}
