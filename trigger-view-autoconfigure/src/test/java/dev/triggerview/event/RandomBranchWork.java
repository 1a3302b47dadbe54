package dev.triggerview.event;

import java.util.List;

import dev.triggerview.event.BranchWork.Bulk;
import dev.triggerview.event.BranchWork.Close;
import dev.triggerview.event.BranchWork.Dismiss;
import dev.triggerview.event.BranchWork.Flush;
import dev.triggerview.event.BranchWork.Hire;
import dev.triggerview.event.BranchWork.Merge;
import dev.triggerview.event.BranchWork.Open;
import dev.triggerview.event.BranchWork.Query;
import dev.triggerview.event.BranchWork.Rename;
import dev.triggerview.event.BranchWork.Stateless;
import dev.triggerview.event.BranchWork.TakenBack;
import dev.triggerview.event.BranchWork.Upsert;
import dev.triggerview.event.ManyBranchesWork.CloseMany;
import dev.triggerview.event.ManyBranchesWork.OpenMany;
import dev.triggerview.event.ManyBranchesWork.RenameMany;
import dev.triggerview.event.ManyBranchesWork.RenameStaff;
import dev.triggerview.event.ManyBranchesWork.StatelessMany;
import jakarta.persistence.EntityManager;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Makes up transactions. Few numbers and names let the steps meet each other's rows. */
final class RandomBranchWork {

	private RandomBranchWork() {
	}

	static Arbitrary<List<Transaction>> transactions() {
		return Combinators.combine(list(step(), 8), Arbitraries.of(true, true, true, false))
			.as(Transaction::new)
			.list()
			.ofMinSize(1)
			.ofMaxSize(20)
			.withSizeDistribution(RandomDistribution.uniform());
	}

	/** Without an even distribution most lists would be short. */
	private static <W> Arbitrary<List<W>> list(Arbitrary<W> work, int longest) {
		return work.list().ofMinSize(1).ofMaxSize(longest).withSizeDistribution(RandomDistribution.uniform());
	}

	private static Arbitrary<BranchWork> step() {
		Arbitrary<BranchWork> inSession = Arbitraries.frequencyOf(Tuple.of(3, one()), Tuple.of(2, many()));
		return Arbitraries.frequencyOf(Tuple.of(14, inSession), Tuple.of(1, name().injectNull(0.5).map(Bulk::new)),
				Tuple.of(1, list(inSession, 4).map(TakenBack::new)));
	}

	private static Arbitrary<BranchWork> one() {
		Arbitrary<Long> id = Arbitraries.longs().between(1, 3);
		Arbitrary<String> maybe = name().injectNull(0.3);
		Arbitrary<Boolean> either = Arbitraries.of(true, false);
		return Arbitraries.oneOf(Combinators.combine(id, maybe, maybe).as(Open::new),
				Combinators.combine(id, maybe).as(Rename::new), Combinators.combine(id, maybe).as(Merge::new),
				Combinators.combine(id, either, maybe).as(Close::new), Combinators.combine(id, id, maybe).as(Hire::new),
				id.map(Dismiss::new), Arbitraries.create(Flush::new), either.map(Query::new),
				Combinators.combine(id, maybe).as(Stateless::new), Combinators.combine(id, maybe).as(Upsert::new));
	}

	/** Up to 25 rows: more than one batch of 20. */
	private static Arbitrary<BranchWork> many() {
		Arbitrary<Integer> count = Arbitraries.integers().between(1, 25).withDistribution(RandomDistribution.uniform());
		Arbitrary<Long> rest = Arbitraries.longs().between(0, 3);
		return Arbitraries.oneOf(Combinators.combine(count, name(), Arbitraries.of(true, false)).as(OpenMany::new),
				Combinators.combine(rest, name()).as(RenameMany::new), name().map(RenameStaff::new),
				rest.map(CloseMany::new), Combinators.combine(count, name()).as(StatelessMany::new));
	}

	private static Arbitrary<String> name() {
		return Arbitraries.of("Ann", "Bob", "Eve");
	}

	/** Some work that is committed or rolled back. */
	record Transaction(List<BranchWork> work, boolean commit) {

		void run(EventsApplication application) {
			if (this.commit) {
				application.inTransaction((em) -> run(application, em));
			}
			else {
				application.inTransactionRolledBack((em) -> {
					run(application, em);
					em.flush();
				});
			}
		}

		private void run(EventsApplication application, EntityManager em) {
			application.bean(BranchRecorder.class).begin();
			this.work.forEach((step) -> step.run(em));
		}

	}

}
