package dev.triggerview.benchmarks.events;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An account that knows nothing of listeners. */
@Entity
@Table(name = "account")
public class Account extends AbstractAccount {

}
