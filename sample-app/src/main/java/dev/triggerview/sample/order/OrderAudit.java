package dev.triggerview.sample.order;

import java.util.List;

import org.springframework.data.repository.Repository;

interface OrderAudit extends Repository<AuditEntry, Long> {

	List<AuditEntry> findByOrderIdOrderById(Long orderId);

}
