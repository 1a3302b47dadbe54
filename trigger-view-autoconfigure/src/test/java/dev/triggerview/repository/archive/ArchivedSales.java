package dev.triggerview.repository.archive;

import java.util.List;

import dev.triggerview.repository.ReadOnlyViewRepository;

import org.springframework.data.repository.Repository;

/** A plain repository, of which only the declared methods are there. */
@ReadOnlyViewRepository(view = "city_sale")
public interface ArchivedSales extends Repository<ArchivedSale, Object> {

	List<ArchivedSale> findByCustomerName(String name);

	long count();

}
