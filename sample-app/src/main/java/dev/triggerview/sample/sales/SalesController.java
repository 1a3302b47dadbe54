package dev.triggerview.sample.sales;

import java.util.List;

import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SalesController {

	private final SalesReport report;

	SalesController(SalesReport report) {
		this.report = report;
	}

	@GetMapping("/sales-by-region")
	List<SalesByRegion> sales(@RequestParam(required = false) String region) {
		return (region != null) ? this.report.findByRegionOrderByCategory(region)
				: this.report.findAll(Sort.by("region", "category"));
	}

}
