package dev.triggerview.sample.order;

import java.math.BigDecimal;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.SortDefault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderTotalsController {

	private final OrderTotals totals;

	OrderTotalsController(OrderTotals totals) {
		this.totals = totals;
	}

	@GetMapping("/order-totals")
	Page<OrderTotal> totals(@RequestParam(required = false) OrderStatus status,
			@RequestParam(defaultValue = "0") BigDecimal minimum, @SortDefault("orderId") Pageable page) {
		return (status != null) ? this.totals.findByStatusAndTotalGreaterThanEqual(status, minimum, page)
				: this.totals.findByTotalGreaterThanEqual(minimum, page);
	}

}
