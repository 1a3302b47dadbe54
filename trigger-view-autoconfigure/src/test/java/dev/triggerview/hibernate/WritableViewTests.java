package dev.triggerview.hibernate;

import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.view.WritableView;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An entity that is written through its view. On MariaDB, which has no {@code INSTEAD OF}
 * triggers, the view is one that the database itself writes through.
 */
@EachDatabase
class WritableViewTests {

	private final FreshDatabase database;

	WritableViewTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void create(FreshDatabase database) {
		database.execute("create table person (id bigint primary key, name varchar(50))",
				"create table address (person_id bigint primary key, city varchar(50))");
		if (database.is(TestDatabase.MARIADB)) {
			database.execute("alter table person add column city varchar(50)",
					"create view resident as select id, name, city from person");
			return;
		}
		database.execute("""
				create view resident as select p.id, p.name, a.city
				from person p join address a on a.person_id = p.id""");
		ResidentTriggers.of(database.kind()).forEach(database::execute);
	}

	@BeforeEach
	void empty() {
		this.database.execute("delete from address", "delete from person");
	}

	@Test
	void writesThroughTriggersWhateverTheBatchSize() {
		for (int batch : List.of(0, 1, 50)) {
			run("spring.jpa.properties.hibernate.jdbc.batch_size=" + batch, (entities, transaction) -> {
				transaction.executeWithoutResult((status) -> {
					for (long id = 1; id <= 3; id++) {
						entities.persist(new Resident(id, "Name" + id, "Bern"));
					}
				});
				assertThat(this.database.column("select name from resident order by id")).containsExactly("Name1",
						"Name2", "Name3");
				transaction.executeWithoutResult((status) -> {
					entities.find(Resident.class, 1L).city = "Basel";
					entities.find(Resident.class, 2L).city = "Chur";
				});
				assertThat(this.database.column("select city from resident order by id")).containsExactly("Basel",
						"Chur", "Bern");
				transaction.executeWithoutResult((status) -> {
					for (long id = 1; id <= 3; id++) {
						entities.remove(entities.find(Resident.class, id));
					}
				});
				assertThat(this.database.value("select count(*) from person")).isEqualTo("0");
			});
		}
	}

	@Test
	void aBulkStatementPasses() {
		run("spring.jpa.properties.hibernate.jdbc.batch_size=0", (entities, transaction) -> {
			transaction.executeWithoutResult((status) -> entities.persist(new Resident(1, "Ann", "Bern")));
			transaction.executeWithoutResult(
					(status) -> entities.createQuery("update Resident r set r.city = 'Chur'").executeUpdate());
			assertThat(this.database.value("select city from resident")).isEqualTo("Chur");
		});
	}

	@Test
	void pendingChangesOfTheViewShowInQueriesOnItsTables() {
		run("spring.jpa.properties.hibernate.jdbc.batch_size=0",
				(entities, transaction) -> transaction.executeWithoutResult((status) -> {
					entities.persist(new Resident(1, "Ann", "Bern"));
					assertThat(entities.createQuery("select p.name from Person p", String.class).getResultList())
						.containsExactly("Ann");
				}));
	}

	@Test
	void aStaleVersionIsNoticedWhereTriggersAreCounted() {
		if (!this.database.is(TestDatabase.POSTGRESQL)) {
			return;
		}
		this.database.execute("create table document (id bigint primary key, title varchar(50), version int)",
				"insert into document values (1, 'a', 0)",
				"create view document_view as select id, title, version from document", """
						create function write_document() returns trigger language plpgsql as $$
						begin
						  update document set title = new.title, version = new.version where id = old.id;
						  return new;
						end $$""", """
						create trigger write_document instead of update on document_view
						for each row execute function write_document()""");
		run("spring.jpa.properties.hibernate.jdbc.batch_size=0", (entities, transaction) -> {
			transaction.executeWithoutResult((status) -> entities.find(Document.class, 1L).title = "b");
			assertThat(this.database.value("select title || version from document")).isEqualTo("b1");
			assertThatExceptionOfType(OptimisticLockingFailureException.class)
				.isThrownBy(() -> transaction.executeWithoutResult((status) -> {
					entities.find(Document.class, 1L).title = "c";
					this.database.execute("update document set version = 7");
				}));
		});
		assertThat(this.database.value("select title || version from document")).isEqualTo("b7");
	}

	private void run(String property, Work work) {
		List<Class<?>> entityClasses = this.database.is(TestDatabase.POSTGRESQL)
				? List.of(Resident.class, Person.class, Document.class) : List.of(Resident.class, Person.class);
		SalesDatabase.application(this.database, entityClasses, "trigger-view.views.validate=off", property)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				EntityManager entities = SharedEntityManagerCreator
					.createSharedEntityManager(context.getBean(EntityManagerFactory.class));
				work.with(entities, new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
			});
	}

	private interface Work {

		void with(EntityManager entities, TransactionTemplate transaction);

	}

	@Entity(name = "Document")
	@WritableView
	@Table(name = "document_view")
	static class Document {

		@Id
		Long id;

		String title;

		@Version
		Integer version;

	}

	@Entity(name = "Person")
	@Table(name = "person")
	static class Person {

		@Id
		Long id;

		String name;

	}

	@Entity(name = "Resident")
	@WritableView
	@Table(name = "resident")
	static class Resident {

		@Id
		Long id;

		String name;

		String city;

		Resident() {
		}

		Resident(long id, String name, String city) {
			this.id = id;
			this.name = name;
			this.city = city;
		}

	}

}
