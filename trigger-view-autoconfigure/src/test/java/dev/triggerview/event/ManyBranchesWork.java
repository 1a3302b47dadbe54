package dev.triggerview.event;

import java.util.List;
import java.util.stream.LongStream;

import dev.triggerview.event.bank.Branch;
import dev.triggerview.event.bank.Teller;
import jakarta.persistence.EntityManager;
import org.hibernate.StatelessSession;

/** What random work does to many rows in one flush, which sends them in batches. */
sealed interface ManyBranchesWork extends BranchWork {

	/** Persist branches, each with a teller of its own. */
	record OpenMany(int count, String name, boolean staffed) implements ManyBranchesWork {

		@Override
		public void run(EntityManager em) {
			List<Long> taken = ids(em);
			newIds(this.count, taken).forEach((id) -> {
				Branch branch = new Branch(id, this.name);
				if (this.staffed) {
					branch.getTellers().add(new Teller(id, this.name, branch));
				}
				em.persist(branch);
			});
		}

	}

	/** Rename the branches whose number leaves a rest: the others stay clean. */
	record RenameMany(long rest, String name) implements ManyBranchesWork {

		@Override
		public void run(EntityManager em) {
			em.createQuery("from Branch b order by b.id", Branch.class)
				.getResultStream()
				.filter((branch) -> branch.getId() % 3 != this.rest)
				.forEach((branch) -> branch.setName(this.name));
		}

	}

	/** Rename all tellers, and their branches with them. */
	record RenameStaff(String name) implements ManyBranchesWork {

		@Override
		public void run(EntityManager em) {
			em.createQuery("from Teller t order by t.id desc", Teller.class).getResultStream().forEach((teller) -> {
				teller.setName(this.name);
				teller.getBranch().setName(this.name);
			});
		}

	}

	record CloseMany(long rest) implements ManyBranchesWork {

		@Override
		public void run(EntityManager em) {
			em.createQuery("from Branch b order by b.id", Branch.class)
				.getResultStream()
				.filter((branch) -> branch.getId() % 3 != this.rest)
				.forEach(em::remove);
		}

	}

	/** Insert branches in the batches of a stateless session, and update half of them. */
	record StatelessMany(int count, String name) implements ManyBranchesWork {

		@Override
		public void run(EntityManager em) {
			List<Long> taken = ids(em);
			em.clear();
			try (StatelessSession session = Stateless.open(em)) {
				session.setJdbcBatchSize(5);
				List<Branch> branches = newIds(this.count, taken).mapToObj((id) -> new Branch(id, this.name)).toList();
				session.insertMultiple(branches);
				List<Branch> half = branches.subList(0, branches.size() / 2);
				half.forEach((branch) -> branch.setName("Eve"));
				session.updateMultiple(half);
			}
		}

	}

	private static List<Long> ids(EntityManager em) {
		em.flush();
		return em.createQuery("select b.id from Branch b", Long.class).getResultList();
	}

	private static LongStream newIds(int count, List<Long> taken) {
		return LongStream.rangeClosed(101, 100 + count).filter((id) -> !taken.contains(id));
	}

}
