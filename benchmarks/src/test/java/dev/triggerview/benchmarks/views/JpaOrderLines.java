package dev.triggerview.benchmarks.views;

import java.util.List;
import java.util.stream.Stream;

import jakarta.persistence.QueryHint;
import org.hibernate.jpa.HibernateHints;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.QueryHints;

/** What a user of Spring Data JPA would write. */
interface JpaOrderLines extends JpaRepository<OrderLineEntity, Long> {

	List<OrderLine> findRecordsBy();

	List<OrderLineProjection> findProjectionsBy();

	List<OrderLineEntity> findByQuantityGreaterThan(int quantity);

	List<OrderLine> findRecordsByQuantityGreaterThan(int quantity);

	List<OrderLineProjection> findProjectionsByQuantityGreaterThan(int quantity);

	@QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "1000"))
	Stream<OrderLine> streamRecordsBy();

}
