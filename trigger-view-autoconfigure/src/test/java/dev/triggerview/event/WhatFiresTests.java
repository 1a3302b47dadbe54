package dev.triggerview.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Branch;
import dev.triggerview.event.bank.BranchRepository;
import dev.triggerview.event.bank.Club;
import dev.triggerview.event.bank.Locker;
import dev.triggerview.event.bank.Teller;
import dev.triggerview.event.bank.Ticket;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/** The table in {@code docs/events.md} is true: each of its rows is done and heard. */
@EachDatabase
class WhatFiresTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "events.md");

	private final FreshDatabase database;

	private final EventsApplication application;

	private final Recorder recorder;

	private final Map<String, Runnable> actions = new LinkedHashMap<>();

	WhatFiresTests(FreshDatabase database) {
		this.database = database;
		this.application = EventsApplication.shared(database, Recorder.class);
		this.recorder = this.application.bean(Recorder.class);
		entities();
		parents();
		collections();
		statements();
	}

	@AfterParameterizedClassInvocation
	static void close() {
		EventsApplication.closeShared();
	}

	@Test
	void everyRowIsTestedAndNothingElse() throws IOException {
		assertThat(table().keySet()).containsExactlyElementsOf(this.actions.keySet());
	}

	@TestFactory
	List<DynamicTest> theTableIsTrue() throws IOException {
		return table().entrySet()
			.stream()
			.map((row) -> DynamicTest.dynamicTest(row.getKey(),
					() -> assertThat(heard(row.getKey())).isEqualTo(row.getValue())))
			.toList();
	}

	private String heard(String action) {
		prepare();
		this.recorder.heard.clear();
		this.actions.get(action).run();
		return this.recorder.heard.isEmpty() ? "nothing" : String.join(", ", this.recorder.heard);
	}

	private void prepare() {
		this.database.execute("delete from club_tags", "delete from club_ranking", "delete from club_members",
				"delete from club", "delete from teller", "delete from branch", "delete from ticket",
				"delete from locker", "delete from account");
		this.application.inTransaction((em) -> {
			Account ann = new Account(1, "Ann");
			em.persist(ann);
			Branch branch = new Branch(1, "Main");
			branch.getTellers().add(new Teller(1, "Eve", branch));
			em.persist(branch);
			Club club = new Club(1);
			club.getTags().add("chess");
			club.getRanking().addAll(List.of("a", "b"));
			em.persist(club);
			em.persist(new Locker(1, "Ann"));
		});
	}

	private void entities() {
		inTransaction("`persist`", (em) -> em.persist(new Account(2, "Bob")));
		inTransaction("`persist`, identity column", (em) -> em.persist(new Ticket("printer")));
		inTransaction("`persist`, then change before the flush", (em) -> {
			Account account = new Account(2, "Bob");
			em.persist(account);
			account.setOwner("Carl");
		});
		inTransaction("change a managed entity", (em) -> ann(em).setOwner("Bob"));
		inTransaction("set the value it has", (em) -> ann(em).setOwner("Ann"));
		this.actions.put("`merge` a changed entity", () -> {
			Account detached = this.application.fromTransaction(WhatFiresTests::ann);
			detached.setOwner("Bob");
			this.application.inTransaction((em) -> em.merge(detached));
		});
		inTransaction("`merge` a new entity", (em) -> em.merge(new Branch(2, "Side")));
		inTransaction("`remove`", (em) -> em.remove(ann(em)));
		inTransaction("`remove` a reference that was not loaded",
				(em) -> em.remove(em.getReference(Account.class, 1L)));
		inTransaction("`remove` an entity with `@SoftDelete`", (em) -> em.remove(em.find(Locker.class, 1L)));
		inTransaction("change, then `remove`", (em) -> {
			ann(em).setOwner("Bob");
			em.remove(ann(em));
		});
		inTransaction("`persist`, then `remove` before the flush", (em) -> {
			Account account = new Account(2, "Bob");
			em.persist(account);
			em.remove(account);
		});
	}

	private void parents() {
		inTransaction("`persist` a parent with a child that cascades", (em) -> {
			Branch branch = new Branch(2, "Side");
			branch.getTellers().add(new Teller(2, "Eve", branch));
			em.persist(branch);
		});
		inTransaction("`remove` a parent with a child that cascades", (em) -> em.remove(em.find(Branch.class, 1L)));
		inTransaction("take a child out of a collection with orphan removal",
				(em) -> em.find(Branch.class, 1L).getTellers().clear());
		this.actions.put("`deleteById` of a repository", () -> {
			this.database.execute("delete from teller");
			this.application.bean(BranchRepository.class).deleteById(1L);
		});
		inTransaction("lock with `OPTIMISTIC_FORCE_INCREMENT`",
				(em) -> em.find(Account.class, 1L, LockModeType.OPTIMISTIC_FORCE_INCREMENT));
		inTransaction("lock with `PESSIMISTIC_FORCE_INCREMENT`",
				(em) -> em.find(Account.class, 1L, LockModeType.PESSIMISTIC_FORCE_INCREMENT));
	}

	private void collections() {
		inTransaction("add to an element collection", (em) -> club(em).getTags().add("go"));
		inTransaction("add to a many-to-many collection", (em) -> club(em).getMembers().add(ann(em)));
		inTransaction("reorder a list", (em) -> Collections.reverse(club(em).getRanking()));
		inTransaction("replace an element collection", (em) -> club(em).setTags(Set.of("go")));
		inTransaction("`remove` the owner of three collections", (em) -> em.remove(club(em)));
	}

	private void statements() {
		inTransaction("`update` in HQL", (em) -> em.createQuery("update Account set owner = 'Bob'").executeUpdate());
		inTransaction("`delete` in HQL", (em) -> em.createQuery("delete Account").executeUpdate());
		this.actions.put("`deleteAllInBatch` of a repository", () -> {
			this.database.execute("delete from teller");
			this.application.bean(BranchRepository.class).deleteAllInBatch();
		});
		inTransaction("`update` in HQL on joined tables",
				(em) -> em.createQuery("update Car set color = 'red', changedBy = 'Ann'").executeUpdate());
		inTransaction("native SQL through the entity manager",
				(em) -> em.createNativeQuery("update account set owner = 'Bob'").executeUpdate());
		this.actions.put("SQL through JDBC", () -> this.database.execute("update account set owner = 'Bob'"));
		stateless("stateless `insert`", (session, account) -> session.insert(new Account(2, "Bob")));
		stateless("stateless `update`", StatelessSession::update);
		stateless("stateless `delete`", StatelessSession::delete);
		stateless("stateless `upsert` of a row that exists", (session, account) -> {
			account.setOwner("Bob");
			session.upsert(account);
		});
		stateless("stateless `upsert` without a change", StatelessSession::upsert);
		stateless("stateless `upsert` of a new row", (session, account) -> session.upsert(new Branch(2, "Side")));
		stateless("stateless `insert` with an element collection", (session, account) -> {
			Club club = new Club(2);
			club.getTags().add("go");
			session.insert(club);
		});
		stateless("stateless `delete` with two element collections that were read", (session, account) -> {
			Club club = session.get(Club.class, 1L);
			session.fetch(club.getTags());
			session.fetch(club.getRanking());
			session.delete(club);
		});
	}

	private void inTransaction(String row, Consumer<EntityManager> work) {
		this.actions.put(row, () -> this.application.inTransaction(work));
	}

	private void stateless(String row, BiConsumer<StatelessSession, Account> work) {
		this.actions.put(row,
				() -> this.application.bean(EntityManagerFactory.class)
					.unwrap(SessionFactory.class)
					.inStatelessTransaction((session) -> work.accept(session, session.get(Account.class, 1L))));
	}

	private static Account ann(EntityManager em) {
		return em.find(Account.class, 1L);
	}

	private static Club club(EntityManager em) {
		return em.find(Club.class, 1L);
	}

	private static Map<String, String> table() throws IOException {
		return Files.readAllLines(DOCUMENT)
			.stream()
			.dropWhile((line) -> !line.equals("## What fires"))
			.filter((line) -> line.startsWith("| "))
			.skip(1)
			.map((line) -> line.split("\\|"))
			.collect(Collectors.toMap((cells) -> cells[1].strip(), (cells) -> cells[2].strip(),
					(first, second) -> first, LinkedHashMap::new));
	}

	static class Recorder {

		private final List<String> heard = new ArrayList<>();

		@EventListener({ RowChange.class, CollectionChange.class, BulkChange.class })
		void on(Object event) {
			this.heard.add(event.getClass().getSimpleName());
		}

	}

}
