package dev.triggerview.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.triggerview.event.bank.Branch;
import dev.triggerview.event.bank.Teller;
import jakarta.persistence.EntityManager;

import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Listeners that change rows as triggers would, and that note what they are told in the
 * words of {@link RowLog}.
 */
class BranchRecorder {

	private static final String UNKNOWN = " ?";

	private static final String BULK = " *";

	private final EntityManager entityManager;

	private final List<String> committed = new ArrayList<>();

	private final List<String> pending = new ArrayList<>();

	private final Map<String, String> tables = new TreeMap<>();

	private boolean bulk;

	BranchRecorder(EntityManager entityManager) {
		this.entityManager = entityManager;
	}

	void clear() {
		this.committed.clear();
		this.tables.clear();
		this.bulk = false;
	}

	List<String> committed() {
		return this.committed;
	}

	Map<String, String> tables() {
		return this.tables;
	}

	/** Return whether rows were written that nobody was told one by one. */
	boolean heardOfBulk() {
		return this.bulk;
	}

	/** Forget what is rolled back, be it to a savepoint. */
	void begin() {
		this.pending.clear();
		Map<Object, Integer> savepoints = new HashMap<>();
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void savepoint(Object savepoint) {
				savepoints.put(savepoint, BranchRecorder.this.pending.size());
			}

			@Override
			public void savepointRollback(Object savepoint) {
				List<String> lines = BranchRecorder.this.pending;
				lines.subList(savepoints.get(savepoint), lines.size()).clear();
			}

			@Override
			public void afterCommit() {
				BranchRecorder.this.committed.addAll(BranchRecorder.this.pending);
			}

		});
	}

	/** Return the lines of triggers without the rows that no event knows. */
	List<String> asToldByEvents(List<String> lines) {
		List<String> told = new ArrayList<>(lines);
		for (int index = 0; index < Math.min(told.size(), this.committed.size()); index++) {
			if (this.committed.get(index).endsWith(BULK)) {
				told.set(index, told.get(index).replaceFirst("^(\\w+ \\w+) .*", "$1" + BULK));
			}
			if (this.committed.get(index).contains(UNKNOWN)) {
				told.set(index, told.get(index).replaceFirst("^(\\w+ \\w+ \\d+) [^ ]+", "$1" + UNKNOWN));
			}
		}
		return told;
	}

	@EventListener
	void stamp(BeforeWrite<Branch> write) {
		String name = write.now("name");
		write.set("stamp", (name != null) ? (int) name.charAt(0) : null);
	}

	@EventListener
	void count(AfterInsert<Teller> hired) {
		Branch branch = this.entityManager.find(Branch.class, hired.<Branch>now("branch").getId());
		if (branch != null) {
			// The same flush may have deleted both again.
			branch.setHired(branch.getHired() + 1);
		}
	}

	@EventListener
	void note(AfterRowChange<?> change) {
		this.pending.add(line(change));
	}

	@EventListener
	void note(BulkChange<?> change) {
		this.bulk = true;
		String line = change.operation().name().toLowerCase(Locale.ROOT) + " "
				+ change.entityType().getSimpleName().toLowerCase(Locale.ROOT) + BULK;
		this.pending.addAll(Collections.nCopies(change.count(), line));
	}

	/** Do with a copy of the tables what the transaction has done. */
	@EventListener
	void replay(CommittedChanges<?> changes) {
		if (this.bulk) {
			return;
		}
		for (AfterRowChange<?> change : changes) {
			String key = change.entityType().getSimpleName().toLowerCase(Locale.ROOT) + " " + change.id();
			change.oldRow().ifPresent((old) -> assertThat(this.tables).containsEntry(key, row(old)));
			change.newRow().ifPresentOrElse((now) -> this.tables.put(key, row(now)), () -> this.tables.remove(key));
		}
	}

	private static String line(AfterRowChange<?> change) {
		String old = (change.operation() == Operation.INSERT) ? ""
				: change.oldRow().map((row) -> " " + row(row)).orElse(UNKNOWN);
		return change.operation().name().toLowerCase(Locale.ROOT) + " "
				+ change.entityType().getSimpleName().toLowerCase(Locale.ROOT) + " " + change.id() + old
				+ change.newRow().map((row) -> " > " + row(row)).orElse("");
	}

	private static String row(Row row) {
		return List.of("name", "stamp", "hired", "branch")
			.stream()
			.filter(row.properties()::contains)
			.map(row::get)
			.map((value) -> (value instanceof Branch branch) ? branch.getId() : value)
			.map((value) -> (value != null) ? value.toString() : "-")
			.collect(Collectors.joining(":"));
	}

}
