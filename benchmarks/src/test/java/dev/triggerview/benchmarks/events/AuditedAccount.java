package dev.triggerview.benchmarks.events;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Audited;

/** An account whose history Hibernate keeps. */
@Entity
@Audited
@Audited.Table(name = "account_history")
@Table(name = "account")
public class AuditedAccount extends AbstractAccount {

}
