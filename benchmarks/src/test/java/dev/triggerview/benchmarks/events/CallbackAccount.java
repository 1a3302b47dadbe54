package dev.triggerview.benchmarks.events;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Table;

/** An account with the callbacks of Jakarta Persistence. */
@Entity
@Table(name = "account")
@EntityListeners(CallbackLog.class)
public class CallbackAccount extends AbstractAccount {

}
