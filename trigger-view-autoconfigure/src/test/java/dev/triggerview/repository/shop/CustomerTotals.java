package dev.triggerview.repository.shop;

import java.util.List;

import dev.triggerview.repository.ReadOnlyViewRepository;
import dev.triggerview.repository.ViewRepository;

import org.springframework.data.jpa.repository.Query;

@ReadOnlyViewRepository
public interface CustomerTotals extends ViewRepository<CustomerTotal, Integer> {

	List<CustomerTotal> findByCityOrderByName(String city);

	List<NameAndTotal> findByCityIsNull();

	<R> List<R> findByNameStartingWith(String prefix, Class<R> type);

	@Query("select c.name, c.totalAmount from CustomerTotal c where c.totalAmount > 0 order by c.name")
	List<NameAndTotal> buyers();

}
