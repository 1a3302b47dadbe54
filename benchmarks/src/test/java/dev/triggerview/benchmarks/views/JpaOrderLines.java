package dev.triggerview.benchmarks.views;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

/** What a user of Spring Data JPA would write. */
interface JpaOrderLines extends JpaRepository<OrderLineEntity, Long> {

	List<OrderLine> findRecordsBy();

	List<OrderLineProjection> findProjectionsBy();

}
