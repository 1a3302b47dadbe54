package dev.triggerview.hibernate;

import java.util.List;
import java.util.function.Consumer;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.view.ReadOnlyViewException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import org.hibernate.engine.spi.SessionImplementor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Views of classes that extend each other, and views beside a table. */
@EachDatabase
class ViewHierarchyTests {

	private final FreshDatabase database;

	ViewHierarchyTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void create(FreshDatabase database) {
		database.execute("create table animal (id bigint primary key, name varchar(50))",
				"create table dog (id bigint primary key, breed varchar(50))",
				"create table car (id bigint primary key, name varchar(50), seats int)",
				"create table lorry (id bigint primary key, name varchar(50), tons int)",
				"create view animal_view as select id, name from animal",
				"create view dog_view as select id, breed from dog",
				"create view car_view as select id, name, seats from car",
				"create view lorry_view as select id, name, tons from lorry");
	}

	@BeforeEach
	void fill() {
		for (String table : List.of("animal", "dog", "car", "lorry")) {
			this.database.execute("delete from " + table);
		}
		this.database.execute("insert into animal values (1, 'Rex')", "insert into dog values (1, 'Poodle')",
				"insert into car values (1, 'Mini', 4)", "insert into lorry values (2, 'Actros', 40)");
	}

	@Test
	void readsJoinedViewsAsTheyAreNow() {
		inTransaction((entities) -> {
			DogView dog = entities.find(DogView.class, 1L);
			assertThat(dog.breed).isEqualTo("Poodle");
			entities.find(Animal.class, 1L).name = "Max";
			assertThat(entities.createQuery("from DogView", DogView.class).getSingleResult()).isSameAs(dog);
			assertThat(dog.name).isEqualTo("Max");
			assertThat(entities.createQuery("from AnimalView", AnimalView.class).getResultList()).containsExactly(dog);
		});
	}

	@Test
	void findsJoinedViewsWithPendingChangesOfEachTable() {
		inTransaction((entities) -> {
			entities.find(Animal.class, 1L).name = "Max";
			assertThat(entities.find(DogView.class, 1L).name).isEqualTo("Max");
			entities.clear();
			entities.find(Dog.class, 1L).breed = "Setter";
			assertThat(entities.find(AnimalView.class, 1L)).isInstanceOfSatisfying(DogView.class,
					(dog) -> assertThat(dog.breed).isEqualTo("Setter"));
		});
	}

	@Test
	void refusesToWriteJoinedViews() {
		refused((entities) -> entities.persist(new DogView()));
		refused((entities) -> entities.remove(entities.find(AnimalView.class, 1L)));
		refused((entities) -> {
			entities.find(DogView.class, 1L).name = "Max";
			entities.flush();
		});
		refused((entities) -> entities.createQuery("update DogView d set d.name = 'Max'").executeUpdate());
		refused((entities) -> entities.createQuery("delete from AnimalView").executeUpdate());
		refused((entities) -> entities.createQuery("insert into AnimalView (id, name) values (2, 'Max')")
			.executeUpdate());
	}

	@Test
	void readsViewsOfSubclassesAsTheyAreNow() {
		inTransaction((entities) -> {
			CarView car = entities.find(CarView.class, 1L);
			entities.createNativeQuery("update car set seats = 5").executeUpdate();
			assertThat(entities.createQuery("from VehicleView v where v.name = 'Mini'", VehicleView.class)
				.getSingleResult()).isSameAs(car);
			assertThat(car.seats).isEqualTo(5);
		});
	}

	@Test
	void refusesToWriteViewsOfSubclasses() {
		refused((entities) -> entities.persist(new CarView()));
		refused((entities) -> entities.remove(entities.find(VehicleView.class, 2L)));
		refused((entities) -> {
			entities.find(VehicleView.class, 1L).name = "Maxi";
			entities.flush();
		});
		refused((entities) -> entities.createQuery("update CarView c set c.seats = 1").executeUpdate());
		refused((entities) -> entities.createQuery("update VehicleView v set v.name = 'Maxi'").executeUpdate());
		refused((entities) -> entities.createQuery("delete from VehicleView").executeUpdate());
	}

	@Test
	void writesATableAndNeverTheViewBesideIt() {
		inTransaction((entities) -> {
			AnimalWithBreed rex = entities.find(AnimalWithBreed.class, 1L);
			assertThat(rex.breed).isEqualTo("Poodle");
			rex.name = "Max";
			AnimalWithBreed ida = animalWithBreed();
			ida.breed = null;
			entities.persist(ida);
			entities.flush();
			entities.remove(rex);
		});
		assertThat(this.database.rows("select id, name from animal")).containsExactly(List.of("2", "Ida"));
		assertThat(this.database.rows("select id, breed from dog")).containsExactly(List.of("1", "Poodle"));
	}

	@Test
	void refusesToWriteTheViewBesideATable() {
		refused((entities) -> {
			entities.find(AnimalWithBreed.class, 1L).breed = "Setter";
			entities.flush();
		});
		refused((entities) -> {
			AnimalWithBreed detached = new AnimalWithBreed();
			detached.id = 1L;
			detached.name = "Rex";
			entities.merge(detached);
			entities.flush();
		});
		refused((entities) -> {
			entities.persist(animalWithBreed());
			entities.flush();
		});
		refused((entities) -> entities.unwrap(SessionImplementor.class)
			.statelessWithOptions()
			.connection()
			.open()
			.insert(animalWithBreed()));
		refused((entities) -> entities.createQuery("update AnimalWithBreed a set a.breed = 'Setter'").executeUpdate());
		refused((entities) -> entities.createQuery("insert into AnimalWithBreed (id, breed) values (2, 'Setter')")
			.executeUpdate());
	}

	/** It has not read the row, so that it cannot tell what has changed. */
	@Test
	void aStatelessUpdateWritesTheTableAndLeavesTheViewBesideIt() {
		inTransaction((entities) -> {
			AnimalWithBreed changed = animalWithBreed();
			changed.id = 1L;
			changed.name = "Max";
			entities.unwrap(SessionImplementor.class).statelessWithOptions().connection().open().update(changed);
			AnimalWithBreed read = entities.find(AnimalWithBreed.class, 1L);
			assertThat(read.name).isEqualTo("Max");
			assertThat(read.breed).isEqualTo("Poodle");
		});
	}

	@Test
	void refusesToWriteAViewThatIsNoEntityOfItsOwn() {
		inTransaction((entities) -> assertThatExceptionOfType(ReadOnlyViewException.class).isThrownBy(() -> {
			entities.find(AnimalWithBreed.class, 1L).breed = "Setter";
			entities.flush();
		}).withMessageContaining("changing breed"), true, List.of(AnimalWithBreed.class));
	}

	@Test
	void bulkStatementsWriteTheTableAndNeverTheViewBesideIt() {
		inTransaction((entities) -> {
			entities.createQuery("update AnimalWithBreed a set a.name = 'Max' where a.breed = 'Poodle'")
				.executeUpdate();
			assertThat(entities.find(Animal.class, 1L).name).isEqualTo("Max");
			entities.createQuery("delete from AnimalWithBreed").executeUpdate();
		});
		assertThat(this.database.value("select count(*) from animal")).isEqualTo("0");
		assertThat(this.database.rows("select id, breed from dog")).containsExactly(List.of("1", "Poodle"));
	}

	@Test
	void aQuerySeesPendingChangesOfTheViewBesideATable() {
		inTransaction((entities) -> {
			entities.find(Dog.class, 1L).breed = "Setter";
			assertThat(entities.createQuery("select a.breed from AnimalWithBreed a", String.class).getSingleResult())
				.isEqualTo("Setter");
		});
	}

	private static AnimalWithBreed animalWithBreed() {
		AnimalWithBreed ida = new AnimalWithBreed();
		ida.id = 2L;
		ida.name = "Ida";
		ida.breed = "Setter";
		return ida;
	}

	private void refused(Consumer<EntityManager> write) {
		inTransaction((entities) -> assertThatExceptionOfType(ReadOnlyViewException.class)
			.isThrownBy(() -> write.accept(entities)), true);
		assertThat(this.database.value("select name from animal")).isEqualTo("Rex");
		assertThat(this.database.value("select breed from dog")).isEqualTo("Poodle");
		assertThat(this.database.rows("select name, seats from car")).containsExactly(List.of("Mini", "4"));
		assertThat(this.database.value("select name from lorry")).isEqualTo("Actros");
	}

	private void inTransaction(Consumer<EntityManager> work) {
		inTransaction(work, false);
	}

	private void inTransaction(Consumer<EntityManager> work, boolean rollback) {
		inTransaction(work, rollback, List.of(Animal.class, Dog.class, AnimalView.class, DogView.class,
				VehicleView.class, CarView.class, LorryView.class, AnimalWithBreed.class));
	}

	private void inTransaction(Consumer<EntityManager> work, boolean rollback, List<Class<?>> entityClasses) {
		SalesDatabase.application(this.database, entityClasses, "trigger-view.views.validate=off").run((context) -> {
			assertThat(context).hasNotFailed();
			EntityManager entities = SharedEntityManagerCreator
				.createSharedEntityManager(context.getBean(EntityManagerFactory.class));
			new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
				.executeWithoutResult((status) -> {
					work.accept(entities);
					if (rollback) {
						status.setRollbackOnly();
					}
				});
		});
	}

	@Entity(name = "Animal")
	@Table(name = "animal")
	static class Animal {

		@Id
		Long id;

		String name;

	}

	@Entity(name = "Dog")
	@Table(name = "dog")
	static class Dog {

		@Id
		Long id;

		String breed;

	}

	@Entity(name = "AnimalView")
	@Table(name = "animal_view")
	@Inheritance(strategy = InheritanceType.JOINED)
	static class AnimalView {

		@Id
		Long id;

		String name;

	}

	@Entity(name = "DogView")
	@Table(name = "dog_view")
	static class DogView extends AnimalView {

		String breed;

	}

	@Entity(name = "VehicleView")
	@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
	abstract static class VehicleView {

		@Id
		Long id;

		String name;

	}

	@Entity(name = "CarView")
	@Table(name = "car_view")
	static class CarView extends VehicleView {

		int seats;

	}

	@Entity(name = "LorryView")
	@Table(name = "lorry_view")
	static class LorryView extends VehicleView {

		int tons;

	}

	@Entity(name = "AnimalWithBreed")
	@Table(name = "animal")
	@SecondaryTable(name = "dog_view", pkJoinColumns = @PrimaryKeyJoinColumn(name = "id"))
	static class AnimalWithBreed {

		@Id
		Long id;

		String name;

		@Column(table = "dog_view")
		String breed;

	}

}
