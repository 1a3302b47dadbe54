package dev.triggerview.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import dev.triggerview.event.vault.Safe;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/** What a collection holds is compared as Hibernate compares it. */
@EachDatabase
class CollectionElementsTests {

	private final EventsApplication application;

	CollectionElementsTests(FreshDatabase database) {
		this.application = EventsApplication.shared(database, Recorder.class);
	}

	@AfterAll
	static void close() {
		EventsApplication.closeShared();
	}

	@BeforeEach
	void startWithNothing() {
		this.application.inTransaction((em) -> {
			Safe safe = em.find(Safe.class, 1L);
			if (safe != null) {
				em.remove(safe);
			}
		});
	}

	@Test
	void aMapEntryWithoutAValueHasNoRow() {
		assertThat(changed((safe) -> safe.getLabels().put("a", "1"), (safe) -> {
			safe.getLabels().put("b", null);
			safe.getLabels().put("c", "3");
		})).containsExactly("labels +[c=3] -[]");
	}

	@Test
	void aMapEntryWithAnotherValueIsAnother() {
		assertThat(changed((safe) -> safe.getLabels().put("a", "1"), (safe) -> safe.getLabels().put("a", "2")))
			.containsExactly("labels +[a=2] -[a=1]");
	}

	@Test
	void aHoleInAListHasNoRow() {
		assertThat(changed((safe) -> safe.getShelves().add("a"), (safe) -> {
			safe.getShelves().add(null);
			safe.getShelves().add("c");
		})).containsExactly("shelves +[c] -[]");
	}

	@Test
	void aHoleThatIsFilledIsAnAddedElement() {
		assertThat(changed((safe) -> safe.getShelves().addAll(Arrays.asList("a", null, "c")),
				(safe) -> safe.getShelves().set(1, "b")))
			.containsExactly("shelves +[b] -[]");
	}

	@Test
	void theElementsOfAnArrayAreTold() {
		assertThat(changed((safe) -> safe.setLocks(new String[] { "a", "b" }),
				(safe) -> safe.setLocks(new String[] { "a", "c" })))
			.containsExactly("locks +[c] -[b]");
	}

	@Test
	void embeddedElementsAreTheSameIfTheirColumnsAre() {
		assertThat(changed((safe) -> {
			safe.getCoins().add(new Safe.Coin("gold", 1));
			safe.getCoins().add(new Safe.Coin("gold", 1));
		}, (safe) -> {
			safe.getCoins().remove(0);
			safe.getCoins().add(new Safe.Coin("silver", 2));
		})).containsExactly("coins +[silver2] -[gold1]");
	}

	private List<String> changed(Consumer<Safe> before, Consumer<Safe> change) {
		this.application.inTransaction((em) -> {
			Safe safe = new Safe(1);
			before.accept(safe);
			em.persist(safe);
		});
		Recorder recorder = this.application.bean(Recorder.class);
		recorder.heard.clear();
		this.application.inTransaction((em) -> change.accept(em.find(Safe.class, 1L)));
		return recorder.heard;
	}

	@EntityScan(basePackageClasses = Safe.class)
	static class Recorder {

		private final List<String> heard = new ArrayList<>();

		@EventListener
		void on(CollectionChange<Safe> change) {
			this.heard.add(change.property() + " +" + change.added() + " -" + change.removed());
		}

	}

}
