package dev.triggerview.event.bank;

import org.springframework.data.jpa.repository.JpaRepository;

/** A repository as users have it. */
public interface BranchRepository extends JpaRepository<Branch, Long> {

}
