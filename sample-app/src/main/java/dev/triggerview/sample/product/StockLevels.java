package dev.triggerview.sample.product;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Reads and writes the view of the buyers. */
interface StockLevels extends JpaRepository<StockLevel, Long> {

	@Query("from StockLevel where stock <= reorderLevel order by name")
	List<StockLevel> toReorder();

}
