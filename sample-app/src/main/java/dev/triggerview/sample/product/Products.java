package dev.triggerview.sample.product;

import org.springframework.data.jpa.repository.JpaRepository;

/** Reads and writes products. */
public interface Products extends JpaRepository<Product, Long> {

}
