package dev.triggerview.benchmarks.startup;

import dev.triggerview.benchmarks.Effort;
import dev.triggerview.benchmarks.ForkedJvm;
import dev.triggerview.benchmarks.ForkedJvm.Outcome;
import dev.triggerview.benchmarks.GeneratedApplication;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;

/**
 * An application with as many tables as asked for; each table has an entity with a
 * repository, a view with an entity and a repository, and a trigger.
 */
final class Shop implements AutoCloseable {

	private static final String ENTITY = """
			package shop;
			import jakarta.persistence.*;
			@Entity @Table(name = "item_%1$d")
			public class Item%1$d {
				@Id Long id;
				String name;
				int revision;
			}
			""";

	private static final String REPOSITORY = """
			package shop;
			public interface Item%1$dRepository extends org.springframework.data.jpa.repository.JpaRepository<Item%1$d, Long> {
			}
			""";

	private static final String VIEW = """
			package shop;
			import jakarta.persistence.*;
			@Entity @org.hibernate.annotations.Immutable @Table(name = "item_view_%1$d")
			public class ItemView%1$d {
				@Id Long id;
				String name;
				int revision;
			}
			""";

	private static final String VIEW_REPOSITORY = """
			package shop;
			public interface ItemView%1$dRepository extends org.springframework.data.repository.Repository<ItemView%1$d, Long> {
				long countByRevision(int revision);
			}
			""";

	private static final String LIBRARY_VIEW_REPOSITORY = """
			package shop;
			@dev.triggerview.repository.ReadOnlyViewRepository
			public interface ItemView%1$dRepository extends dev.triggerview.repository.ViewRepository<ItemView%1$d, Long> {
				long countByRevision(int revision);
			}
			""";

	private static final String LISTENER = """
			package shop;
			@org.springframework.stereotype.Component
			public class ItemListener {
				@org.springframework.context.event.EventListener
				void on(dev.triggerview.event.AfterUpdate<Item1> updated) {
				}
			}
			""";

	private static final String CHANGES = """
			  - changeSet:
			      id: item-%1$d
			      author: benchmark
			      changes:
			        - sql:
			            sql: create table item_%1$d (id bigint primary key, name varchar(40) not null, revision int not null)
			        - sql:
			            sql: insert into item_%1$d values (1, 'one', 0)
			        - sql:
			            sql: create view item_view_%1$d as select id, name, revision from item_%1$d
			""";

	private static final String POSTGRESQL_TRIGGER = """
			        - sql:
			            splitStatements: false
			            sql: >-
			              create function item_%1$d_revise() returns trigger language plpgsql
			              as 'begin new.revision := old.revision + 1; return new; end'
			        - sql:
			            sql: >-
			              create trigger item_%1$d_revise before update on item_%1$d for each row
			              execute function item_%1$d_revise()
			""";

	private static final String H2_TRIGGER = """
			        - sql:
			            sql: >-
			              create trigger item_%1$d_revise before update on item_%1$d for each row
			              call 'dev.triggerview.benchmarks.startup.Revise'
			""";

	private static final String LIBRARY_TRIGGER = """
			        - createTrigger:
			            triggerName: item_%1$d_revise
			            tableName: item_%1$d
			            timing: BEFORE
			            events: UPDATE
			            body: BEGIN NEW.revision := OLD.revision + 1; RETURN NEW; END
			            variants:
			              - variant:
			                  dbms: h2
			                  javaClass: dev.triggerview.benchmarks.startup.Revise
			""";

	private static final String UPDATE = """
			        - sql:
			            sql: update item_%1$d set name = 'two'
			""";

	private final Starter starter;

	private final FreshDatabase database;

	private final GeneratedApplication application = new GeneratedApplication();

	private final ForkedJvm jvm;

	Shop(Effort effort, Starter starter, FreshDatabase database, int tables) {
		this.starter = starter;
		this.database = database;
		StringBuilder changelog = new StringBuilder("databaseChangeLog:\n");
		for (int table = 1; table <= tables; table++) {
			add(table);
			changelog.append((CHANGES + trigger() + UPDATE).formatted(table));
		}
		if (starter == Starter.USED) {
			this.application.source("ItemListener", LISTENER);
		}
		this.application.resource("db/changelog/db.changelog-master.yaml", changelog.toString());
		this.jvm = new ForkedJvm(effort).with(this.application.compile()).without(ForkedJvm.PEERS).database(database);
		if (starter == Starter.ABSENT) {
			this.jvm.without(ForkedJvm.LIBRARY);
		}
	}

	private void add(int table) {
		this.application.source("Item" + table, ENTITY.formatted(table));
		this.application.source("Item" + table + "Repository", REPOSITORY.formatted(table));
		this.application.source("ItemView" + table, VIEW.formatted(table));
		this.application.source("ItemView" + table + "Repository", viewRepository().formatted(table));
	}

	private String viewRepository() {
		return (this.starter == Starter.USED) ? LIBRARY_VIEW_REPOSITORY : VIEW_REPOSITORY;
	}

	private String trigger() {
		if (this.starter == Starter.USED) {
			return LIBRARY_TRIGGER;
		}
		return this.database.is(TestDatabase.H2) ? H2_TRIGGER : POSTGRESQL_TRIGGER;
	}

	Starter starter() {
		return this.starter;
	}

	Outcome start() {
		return this.jvm.run(ShopProgram.class);
	}

	@Override
	public void close() {
		this.application.close();
		this.database.close();
	}

}
