package dev.triggerview.sample.sales;

import java.util.List;

import dev.triggerview.repository.ReadOnlyViewRepository;
import dev.triggerview.repository.RecordRepository;

/** Reads the view {@code sales_by_region}. */
@ReadOnlyViewRepository(view = "sales_by_region")
interface SalesReport extends RecordRepository<SalesByRegion> {

	List<SalesByRegion> findByRegionOrderByCategory(String region);

}
