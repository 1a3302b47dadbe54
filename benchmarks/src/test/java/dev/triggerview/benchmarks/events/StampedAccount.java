package dev.triggerview.benchmarks.events;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Table;

import org.springframework.data.jpa.domain.support.AuditingEntityListener;

/** An account that Spring Data stamps with the times of its changes. */
@Entity
@Table(name = "account")
@EntityListeners(AuditingEntityListener.class)
public class StampedAccount extends AbstractAccount {

}
