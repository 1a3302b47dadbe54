package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Auditable;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hears whole flushes and transactions, and does what a test wants. */
class TransactionRecorder {

	final List<FlushedChanges<?>> flushed = new ArrayList<>();

	final List<ChangesCommitting<?>> committing = new ArrayList<>();

	final List<CommittedChanges<?>> committed = new ArrayList<>();

	final List<CommittedChanges<Auditable>> auditable = new ArrayList<>();

	final List<RolledBackChanges<?>> rolledBack = new ArrayList<>();

	final List<ListenerFailed> failures = new ArrayList<>();

	final List<String> phases = new ArrayList<>();

	Consumer<AfterRowChange<?>> onRow;

	Consumer<ChangesCommitting<?>> onCommitting;

	Consumer<CommittedChanges<?>> onCommitted;

	Consumer<ListenerFailed> onFailure;

	TransactionRecorder() {
		reset();
	}

	void reset() {
		List.of(this.flushed, this.committing, this.committed, this.auditable, this.rolledBack, this.failures,
				this.phases)
			.forEach(List::clear);
		this.onRow = (event) -> {
		};
		this.onCommitting = (event) -> {
		};
		this.onCommitted = (event) -> {
		};
		this.onFailure = (event) -> {
		};
	}

	/** Return all changes that were heard, whenever it was. */
	List<Changes<?>> all() {
		return Stream.of(this.flushed, this.committing, this.committed, this.rolledBack)
			.<Changes<?>>flatMap(List::stream)
			.toList();
	}

	@EventListener
	void row(AfterRowChange<Account> event) {
		this.onRow.accept(event);
	}

	@EventListener
	void flushed(FlushedChanges<?> event) {
		this.flushed.add(event);
	}

	@EventListener
	void committing(ChangesCommitting<?> event) {
		this.committing.add(event);
		this.onCommitting.accept(event);
	}

	@EventListener
	@Order(1)
	void committed(CommittedChanges<?> event) {
		this.committed.add(event);
		this.onCommitted.accept(event);
	}

	@EventListener
	@Order(2)
	void auditable(CommittedChanges<Auditable> event) {
		this.auditable.add(event);
	}

	@EventListener
	void rolledBack(RolledBackChanges<?> event) {
		this.rolledBack.add(event);
	}

	@EventListener
	void failed(ListenerFailed event) {
		this.failures.add(event);
		this.onFailure.accept(event);
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void beforeCommit(AfterInsert<Account> event) {
		this.phases.add("BEFORE_COMMIT");
	}

	@Order(1)
	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
	void afterCommit(AfterInsert<Account> event) {
		this.phases.add("AFTER_COMMIT");
	}

	@Order(1)
	@TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
	void afterRollback(AfterInsert<Account> event) {
		this.phases.add("AFTER_ROLLBACK");
	}

	@Order(2)
	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
	void afterCompletion(AfterInsert<Account> event) {
		this.phases.add("AFTER_COMPLETION");
	}

}
