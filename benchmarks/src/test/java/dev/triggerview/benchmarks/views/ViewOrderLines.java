package dev.triggerview.benchmarks.views;

import dev.triggerview.repository.ReadOnlyViewRepository;
import dev.triggerview.repository.ViewRepository;

/** What a user of this library writes. */
@ReadOnlyViewRepository
interface ViewOrderLines extends ViewRepository<OrderLineEntity, Long> {

}
