package dev.triggerview.repository.shop;

import org.springframework.data.jpa.repository.JpaRepository;

/** An ordinary repository of a table. */
public interface Customers extends JpaRepository<Customer, Integer> {

}
