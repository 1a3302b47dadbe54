package dev.triggerview.repository.shop;

import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.repository.ReadOnlyViewRepository;
import dev.triggerview.repository.RecordRepository;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.Query;

@ReadOnlyViewRepository(view = "city_sale", baseTables = { "customer", "purchase" })
public interface Sales extends RecordRepository<Sale> {

	List<Sale> findByCityOrderByPaidDesc(String city);

	Slice<Sale> findByPaidGreaterThan(int paid, Pageable pageable);

	long countBySize(Sale.Size size);

	long countByCustomerName(String name);

	@Query("from Sale where city is null")
	List<Sale> nowhere();

	<R> List<R> findBySizeOrderByPaid(Sale.Size size, Class<R> type);

	default Slice<Sale> firstAbove(int paid) {
		return findByPaidGreaterThan(paid, PageRequest.of(0, 1));
	}

	Page<Sale> findByPaidLessThan(int paid, Pageable pageable);

	Window<Sale> findFirst2ByCityOrderByCustomerNameAscPaidAsc(String city, ScrollPosition position);

	Stream<Sale> streamByCityOrderByPaid(String city);

	@Query("select s from Sale s where s.paid >= :paid order by s.paid")
	List<Sale> atLeast(int paid);

}
