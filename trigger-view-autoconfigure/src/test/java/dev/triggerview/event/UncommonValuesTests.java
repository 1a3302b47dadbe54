package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.triggerview.event.vault.Note;
import dev.triggerview.event.vault.Relic;
import dev.triggerview.event.vault.Safe;
import dev.triggerview.event.vault.Seal;
import dev.triggerview.event.vault.Seal.Mark;
import dev.triggerview.event.vault.Seal.Wax;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.JDBCException;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Identifiers without {@code equals}, embedded values of several classes. */
@EachDatabase
class UncommonValuesTests {

	private final FreshDatabase database;

	private final EventsApplication application;

	private final Recorder recorder;

	UncommonValuesTests(FreshDatabase database) {
		this.database = database;
		this.application = EventsApplication.shared(database, Recorder.class);
		this.recorder = this.application.bean(Recorder.class);
	}

	@AfterAll
	static void close() {
		EventsApplication.closeShared();
	}

	@BeforeEach
	void startWithOneSeal() {
		this.recorder.onBefore = (event) -> {
		};
		this.application.inTransaction((em) -> {
			em.createQuery("delete from Seal").executeUpdate();
			em.createQuery("delete from Safe").executeUpdate();
			Safe safe = new Safe(7);
			em.persist(safe);
			em.persist(new Seal(1, "one", new Wax("red", safe, 3)));
		});
		this.recorder.committed = null;
		this.recorder.relics.clear();
	}

	@Test
	void anArrayTellsThatItIsTheSameRow() {
		this.application.inTransaction((em) -> {
			seal(em).setName("two");
			em.flush();
			em.clear();
			seal(em).setName("three");
		});
		assertThat(this.recorder.committed).singleElement()
			.satisfies((change) -> assertThat(change.<String>old("name")).isEqualTo("one"));
	}

	@Test
	void anUpsertKnowsTheEmbeddedValueOfTheOldRow() {
		stateless((session) -> {
			Seal seal = session.get(Seal.class, new byte[] { 1 });
			seal.setName("two");
			seal.getMark().setColor("blue");
			session.upsert(seal);
		});
		AfterRowChange<?> update = this.recorder.committed.get(0);
		assertThat(update.changed()).containsExactly("mark.color", "name");
		assertThat(update.<String>old("mark.color")).isEqualTo("red");
		assertThat(update.<Safe>old("mark.safe").getId()).isEqualTo(7);
	}

	@Test
	void anUpsertSeesWhatWaitsInTheBatch() {
		stateless((session) -> {
			session.setJdbcBatchSize(10);
			Seal seal = new Seal(2, "two", new Mark("red", null));
			session.insert(seal);
			session.upsert(seal);
		});
		assertThat(this.recorder.before).endsWith("BeforeInsert", "BeforeUpdate");
	}

	@Test
	void anUpsertThatMeetsTheUniqueValueOfAnotherRowIsRefused() {
		assertThatExceptionOfType(JDBCException.class)
			.isThrownBy(() -> stateless((session) -> session.upsert(new Seal(2, "one", new Mark("blue", null)))));
		assertThat(this.database.rows("select name, color from seal")).containsExactly(List.of("one", "red"));
		assertThat(this.recorder.committed).isNull();
	}

	@Test
	void anUpsertOfARowThatTheMappingHidesIsAnUpdateWhoseOldRowNobodyKnows() {
		this.database.execute("delete from relic");
		stateless((session) -> session.upsert(new Relic(1, "hidden")));
		stateless((session) -> session.upsert(new Relic(1, "found")));
		stateless((session) -> session.upsert(new Relic(1, "hidden")));
		assertThat(this.recorder.relics).containsExactly("INSERT hidden", "UPDATE unknown > found",
				"UPDATE found > hidden");
	}

	@Test
	void theOldRowOfAReadOnlyEntityBelongsToItsSession() {
		this.application.inTransaction((em) -> {
			em.unwrap(Session.class).setDefaultReadOnly(true);
			Seal seal = seal(em);
			seal.getMark().setColor("blue");
			em.remove(seal);
			em.flush();
			BeforeRowChange<?> delete = this.recorder.last;
			assertThat(delete.<String>old("mark.color")).isEqualTo("red");
			assertThat(delete.<Safe>old("mark.safe").getName()).isEqualTo("safe");
		});
	}

	@Test
	void whatAnUpdateLeavesOutIsTheSameInBothRows() {
		this.application.inTransaction((em) -> {
			Seal seal = seal(em);
			seal.setName("two");
			seal.setCreatedBy("Bob");
			seal.getMark().setMaker("Bob");
			seal.getMark().setColor("blue");
			em.flush();
			seal.setName("three");
			em.flush();
			assertThat(this.recorder.last.<String>old("createdBy")).isEqualTo("Ann");
		});
		assertThat(this.database.rows("select name, created_by, maker from seal"))
			.containsExactly(List.of("three", "Ann", "Ann"));
		AfterRowChange<?> update = this.recorder.committed.get(0);
		assertThat(update.changed()).containsExactly("mark.color", "name");
		assertThat(update.<String>now("createdBy")).isEqualTo("Ann");
		assertThat(update.<String>now("mark.maker")).isEqualTo("Ann");
	}

	@Test
	void whatAnUpdateLeavesOutCannotBeSet() {
		this.recorder.onBefore = (event) -> event.set("createdBy", "Bob");
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.application.inTransaction((em) -> seal(em).setName("two")))
			.withMessage(
					"'createdBy' of dev.triggerview.event.vault.Seal is mapped as not updatable: this update leaves"
							+ " out its column");
		this.recorder.onBefore = (event) -> event.set("mark.maker", "Bob");
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.application.inTransaction((em) -> seal(em).setName("two")))
			.withMessageContaining("'mark.maker'");
	}

	@Test
	void aPartOfAnEmbeddedValueKeepsTheClassOfTheValue() {
		this.recorder.onBefore = (event) -> event.set("mark.grams", 4);
		this.application.inTransaction((em) -> {
			seal(em).setName("two");
			em.flush();
			assertThat(seal(em).getMark()).isInstanceOfSatisfying(Wax.class,
					(wax) -> assertThat(wax.getGrams()).isEqualTo(4));
		});
		assertThat(this.database.rows("select kind, grams, color from seal"))
			.containsExactly(List.of("wax", "4", "red"));
	}

	@Test
	void aPartThatItsClassDoesNotHaveIsRefused() {
		this.recorder.onBefore = (event) -> event.set("mark.grams", 4);
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(
					() -> this.application.inTransaction((em) -> em.persist(new Seal(2, "two", new Mark("red", null)))))
			.withMessage("'mark' is a dev.triggerview.event.vault.Seal$Mark, which has no 'grams'");
	}

	@Test
	void anEmbeddedValueThatWasSetIsStillCompared() {
		this.recorder.onBefore = (event) -> event.set("mark.color", "set");
		this.application.inTransaction((em) -> {
			Seal seal = new Seal(2, "two", new Mark("red", null));
			em.persist(seal);
			em.flush();
			this.recorder.onBefore = (event) -> {
			};
			seal.getMark().setColor("in place");
		});
		assertThat(this.database.value("select color from seal where name = 'two'")).isEqualTo("in place");
	}

	@Test
	void theirJsonSaysTheClassOfAnEmbeddedValue() {
		this.application.inTransaction((em) -> seal(em).setName("two"));
		AfterRowChange<?> read = read(this.recorder.committed.get(0));
		assertThat(read.<Integer>now("mark.grams")).isEqualTo(3);
		assertThat(read.changed()).containsExactly("name");
		assertThat((byte[]) read.id()).containsExactly(1);
	}

	@Test
	void anEmbeddedValueThatWasSetKnowsItsEntity() {
		this.recorder.onBefore = (event) -> event.set("mark.color", "set");
		this.application.inTransaction((em) -> {
			Seal seal = seal(em);
			seal.setName("two");
			em.flush();
			assertThat(seal.getMark().getSeal()).isSameAs(seal);
			assertThat(this.recorder.last.<Mark>old("mark").getSeal()).isNotNull();
		});
	}

	@Test
	void anEmbeddedValueThatAListenerSharesIsCopied() {
		this.application.inTransaction((em) -> em.persist(new Seal(2, "two", new Mark("green", null))));
		this.application.inTransaction((em) -> {
			Seal first = seal(em);
			Seal second = em.find(Seal.class, new byte[] { 2 });
			this.recorder.onBefore = (event) -> event.set("mark", first.getMark());
			second.setName("changed");
			em.flush();
			this.recorder.onBefore = (event) -> {
			};
			assertThat(first.getMark().getSeal()).isSameAs(first);
			assertThat(second.getMark().getSeal()).isSameAs(second);
			second.getMark().setColor("blue");
		});
		assertThat(this.database.rows("select name, color from seal order by id"))
			.containsExactly(List.of("one", "red"), List.of("changed", "blue"));
	}

	@Test
	void aFormulaIsNoColumn() {
		this.application.inTransaction((em) -> seal(em).setName("two"));
		AfterRowChange<?> update = this.recorder.committed.get(0);
		assertThat(update.oldRow().orElseThrow().properties()).contains("name").doesNotContain("loud");
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> update.now("loud"))
			.withMessageContaining("has no property 'loud'");
	}

	@Test
	void aReferenceOfAnyKindIsComparedByItsIdentifier() {
		this.application.inTransaction((em) -> seal(em).setSeals(em.getReference(Safe.class, 7L)));
		assertThat(this.recorder.committed.get(0).changed()).containsExactly("seals");
		stateless((session) -> {
			Seal seal = session.get(Seal.class, new byte[] { 1 });
			seal.setName("two");
			session.upsert(seal);
		});
		AfterRowChange<?> update = this.recorder.committed.get(0);
		assertThat(update.changed()).containsExactly("name");
		assertThat(update.newRow().orElseThrow()).asString().contains("seals=Safe#7");
	}

	@Test
	void theirJsonSaysWhatAReferenceOfAnyKindRefersTo() {
		this.application.inTransaction((em) -> {
			em.createQuery("delete from Note").executeUpdate();
			Note note = new Note(8);
			em.persist(note);
			seal(em).setSeals(note);
		});
		this.application.inTransaction((em) -> seal(em).setSeals(em.find(Safe.class, 7L)));
		AfterRowChange<?> read = read(this.recorder.committed.get(0));
		assertThat(read.changed()).containsExactly("seals");
		assertThat(read.<Note>old("seals").getId()).isEqualTo(8);
		assertThat(read.<Safe>now("seals").getId()).isEqualTo(7);
		Seal seal = (Seal) read.entity();
		assertThat(seal.getMark().getSeal()).isSameAs(seal);
		assertThat(read.<Mark>old("mark").getSeal()).isSameAs(seal);
	}

	private AfterRowChange<?> read(AfterRowChange<?> event) {
		JsonMapper json = JsonMapper.builder().addModule(this.application.bean(EventsJsonModule.class)).build();
		return json.readValue(json.writeValueAsString(event), event.getClass());
	}

	private void stateless(Consumer<StatelessSession> work) {
		SessionFactory factory = this.application.bean(EntityManagerFactory.class).unwrap(SessionFactory.class);
		factory.inStatelessTransaction(work::accept);
	}

	private static Seal seal(EntityManager em) {
		return em.find(Seal.class, new byte[] { 1 });
	}

	@EntityScan(basePackageClasses = Seal.class)
	static class Recorder {

		private final List<String> before = new ArrayList<>();

		private final List<String> relics = new ArrayList<>();

		private BeforeRowChange<?> last;

		private Consumer<BeforeWrite<?>> onBefore;

		private List<? extends AfterRowChange<? extends Seal>> committed;

		@EventListener
		void before(BeforeRowChange<Seal> event) {
			this.before.add(event.getClass().getSimpleName());
			this.last = event;
			if (event instanceof BeforeWrite<?> write) {
				this.onBefore.accept(write);
			}
		}

		@EventListener
		void relic(AfterRowChange<Relic> event) {
			String old = event.oldRow().map((row) -> row.get("name", String.class)).orElse("unknown") + " > ";
			this.relics
				.add(event.operation() + " " + ((event instanceof AfterUpdate<?>) ? old : "") + event.now("name"));
		}

		@EventListener
		void committed(CommittedChanges<Seal> event) {
			this.committed = event.all();
		}

	}

}
