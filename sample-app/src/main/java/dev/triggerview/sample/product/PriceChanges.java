package dev.triggerview.sample.product;

import java.util.List;

import org.springframework.data.repository.Repository;

interface PriceChanges extends Repository<PriceChange, Long> {

	PriceChange save(PriceChange change);

	List<PriceChange> findByProductIdOrderById(Long productId);

}
