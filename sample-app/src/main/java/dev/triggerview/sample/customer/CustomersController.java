package dev.triggerview.sample.customer;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.SortDefault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CustomersController {

	private final ActiveCustomers customers;

	CustomersController(ActiveCustomers customers) {
		this.customers = customers;
	}

	@GetMapping("/customers")
	Page<ActiveCustomer> customers(@RequestParam(required = false) String region, @SortDefault("id") Pageable page) {
		return (region != null) ? this.customers.findByRegion(region, page) : this.customers.findAll(page);
	}

}
