package dev.triggerview.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Seat;
import dev.triggerview.event.bank.Visit;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows of entities with several identifiers, and with values that were not loaded. */
@EachDatabase
class IdentifierRowTests {

	private final EventsApplication application;

	IdentifierRowTests(FreshDatabase database) {
		this.application = EventsApplication.shared(database, Recorder.class);
	}

	@AfterAll
	static void close() {
		EventsApplication.closeShared();
	}

	@Test
	void eachOfSeveralIdentifiersIsRead() {
		AfterRowChange<?> visit = written(new Visit(7, LocalDate.EPOCH));
		assertThat(visit.<Object>now("visitor")).isEqualTo(7L);
		assertThat(visit.newRow().orElseThrow().toMap()).containsEntry("visitor", 7L)
			.containsEntry("date", LocalDate.EPOCH)
			.containsKey("reason")
			.hasSize(3);
		assertThat(visit.changed()).containsExactly("reason");
	}

	@Test
	void thePartsOfAnEmbeddedIdentifierAreRead() {
		AfterRowChange<?> seat = written(new Seat("A", 1));
		assertThat(seat.<Object>now("place.hall")).isEqualTo("A");
		assertThat(seat.<Object>now("place.number")).isEqualTo(1);
		assertThat(seat.<Object>now("place")).isEqualTo(new Seat.Place("A", 1));
	}

	@Test
	void aConditionReadsThem() {
		Recorder recorder = this.application.bean(Recorder.class);
		recorder.heard.clear();
		this.application.inTransaction((em) -> {
			em.persist(new Visit(8, LocalDate.EPOCH));
			em.persist(new Visit(9, LocalDate.EPOCH));
			em.persist(new Seat("B", 1));
			em.persist(new Seat("C", 1));
		});
		assertThat(recorder.heard).containsExactlyInAnyOrder("9", "C");
	}

	@Test
	void whatWasNotLoadedIsLeftOutAndDiffersFromWhatIs() {
		EntityModel<?> model = written(new Seat("D", 1)).model();
		Object[] lazy = { null, null, LazyPropertyInitializer.UNFETCHED_PROPERTY };
		Row row = new Row(model, new Seat.Place("D", 1), lazy);
		assertThat(row.toMap()).isEqualTo(map(row));
		assertThat(row).asString().doesNotContain("picture");
		assertThat(model.changed(lazy, new Object[] { null, null, new byte[] { 1 } })).containsExactly("picture");
		assertThat(model.changed(lazy, lazy.clone())).isEmpty();
	}

	private static Map<String, Object> map(Row row) {
		Map<String, Object> map = new HashMap<>();
		map.put("place", row.get("place"));
		map.put("guest", null);
		map.put("owner", null);
		return map;
	}

	private AfterRowChange<?> written(Object entity) {
		this.application.inTransaction((em) -> em.persist(entity));
		return this.application.bean(Recorder.class).last;
	}

	static class Recorder {

		private final List<String> heard = new ArrayList<>();

		private AfterRowChange<?> last;

		@EventListener
		void on(AfterInsert<?> insert) {
			this.last = insert;
		}

		@EntityTrigger(when = "new.visitor > 8")
		void visit(AfterInsert<Visit> insert) {
			this.heard.add(insert.now("visitor").toString());
		}

		@EntityTrigger(when = "new.place.hall == 'C'")
		void seat(AfterInsert<Seat> insert) {
			this.heard.add(insert.now("place.hall"));
		}

		/** Hears nothing of accounts. */
		@EntityTrigger(when = "new.id < 0")
		void account(AfterInsert<Account> insert) {
			this.heard.add("account");
		}

	}

}
