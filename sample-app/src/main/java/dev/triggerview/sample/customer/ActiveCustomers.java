package dev.triggerview.sample.customer;

import dev.triggerview.repository.ReadOnlyViewRepository;
import dev.triggerview.repository.ViewRepository;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/** Reads the view {@code active_customers}. */
@ReadOnlyViewRepository
public interface ActiveCustomers extends ViewRepository<ActiveCustomer, Long> {

	Page<ActiveCustomer> findByRegion(String region, Pageable page);

}
