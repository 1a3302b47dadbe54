package dev.triggerview.repository.shop;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.triggerview.repository.ReadOnlyViewRepository;
import dev.triggerview.repository.ViewRepository;
import jakarta.persistence.QueryHint;
import org.hibernate.jpa.HibernateHints;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;

@ReadOnlyViewRepository
public interface CustomerTotals extends ViewRepository<CustomerTotal, Integer> {

	List<CustomerTotal> findByCityOrderByName(String city);

	List<NameAndTotal> findByCityIsNull();

	<R> List<R> findByNameStartingWith(String prefix, Class<R> type);

	@Query("select c.name, c.totalAmount from CustomerTotal c where c.totalAmount > 0 order by c.name")
	List<NameAndTotal> buyers();

	List<Witness> findByTotalAmountGreaterThanEqualOrderByName(long amount);

	Slice<Witness> findByTotalAmountLessThanOrderByName(long amount, Pageable pageable);

	List<Witness> findByNameInOrderByName(Collection<String> names);

	List<Witness> findFirst2ByOrderByName();

	@Query("select c from CustomerTotal c where c.city = :city order by c.name")
	List<Witness> livingIn(String city);

	@Query("select new dev.triggerview.repository.shop.Witness(c.id, concat(c.name, '!')) from CustomerTotal c where c.id > ?1 order by c.id")
	List<Witness> above(int id);

	Page<Witness> findByTotalAmountLessThan(long amount, Pageable pageable);

	Window<IdAndName> findFirst2ByTotalAmountLessThanOrderByName(long amount, ScrollPosition position);

	Stream<Witness> streamByTotalAmountLessThanOrderByName(long amount);

	Optional<Witness> findByName(String name);

	@QueryHints(@QueryHint(name = HibernateHints.HINT_FLUSH_MODE, value = "ALWAYS"))
	List<Witness> findByCityIsNotNullOrderByName();

}
