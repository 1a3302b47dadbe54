package dev.triggerview.event;

import java.util.List;
import java.util.Objects;

import dev.triggerview.event.bank.Branch;
import dev.triggerview.event.bank.Teller;
import jakarta.persistence.EntityManager;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SessionImplementor;

/** One thing that random work does. What is not possible just now is left out. */
interface BranchWork {

	void run(EntityManager em);

	/** Persist a branch, and change it before the flush when it gets a second name. */
	record Open(long id, String name, String then) implements BranchWork {

		@Override
		public void run(EntityManager em) {
			if (em.find(Branch.class, this.id) == null) {
				// A removed branch has to go before it can come back.
				em.flush();
				Branch branch = new Branch(this.id, this.name);
				em.persist(branch);
				if (this.then != null) {
					branch.setName(this.then);
				}
			}
		}

	}

	record Rename(long id, String name) implements BranchWork {

		@Override
		public void run(EntityManager em) {
			Branch branch = em.find(Branch.class, this.id);
			if (branch != null) {
				branch.setName(this.name);
			}
		}

	}

	record Merge(long id, String name) implements BranchWork {

		@Override
		public void run(EntityManager em) {
			em.flush();
			Branch branch = em.find(Branch.class, this.id);
			if (branch != null) {
				branch.getTellers().size();
				em.clear();
				branch.setName(this.name);
				em.merge(branch);
			}
		}

	}

	/** Remove a branch, as it is or by a reference, and its tellers with it. */
	record Close(long id, boolean byReference, String rename) implements BranchWork {

		@Override
		public void run(EntityManager em) {
			Branch branch = em.find(Branch.class, this.id);
			if (branch == null) {
				return;
			}
			if (this.byReference) {
				em.flush();
				em.clear();
				em.remove(em.getReference(Branch.class, this.id));
				return;
			}
			if (this.rename != null) {
				branch.setName(this.rename);
			}
			em.remove(branch);
		}

	}

	record Hire(long branch, long teller, String name) implements BranchWork {

		@Override
		public void run(EntityManager em) {
			// A teller that was hired before is known after a flush, by its cascade.
			em.flush();
			Branch employer = em.find(Branch.class, this.branch);
			if (employer != null && em.find(Teller.class, this.teller) == null) {
				employer.getTellers().add(new Teller(this.teller, this.name, employer));
			}
		}

	}

	/** Remove the first teller of a branch from it: an orphan is deleted. */
	record Dismiss(long branch) implements BranchWork {

		@Override
		public void run(EntityManager em) {
			Branch employer = em.find(Branch.class, this.branch);
			if (employer != null && !employer.getTellers().isEmpty()) {
				employer.getTellers().remove(0);
			}
		}

	}

	record Flush() implements BranchWork {

		@Override
		public void run(EntityManager em) {
			em.flush();
		}

	}

	record Query(boolean branches) implements BranchWork {

		@Override
		public void run(EntityManager em) {
			em.createQuery("select count(e) from " + (this.branches ? "Branch" : "Teller") + " e", Long.class)
				.getSingleResult();
		}

	}

	/** Rename all branches, or delete those without tellers, past the session. */
	record Bulk(String name) implements BranchWork {

		@Override
		public void run(EntityManager em) {
			em.flush();
			if (this.name != null) {
				em.createQuery("update Branch set name = :name").setParameter("name", this.name).executeUpdate();
			}
			else {
				em.createNativeQuery("delete from branch where id not in (select branch_id from teller)")
					.executeUpdate();
			}
			// What the session remembers is not what the database has any more.
			em.clear();
		}

	}

	/** Work that a savepoint takes back. */
	record TakenBack(List<BranchWork> work) implements BranchWork {

		@Override
		public void run(EntityManager em) {
			Savepoints.takeBack(em, () -> this.work.forEach((step) -> step.run(em)));
		}

	}

	/** Insert, update or delete a branch without a session that remembers rows. */
	record Stateless(long id, String name) implements BranchWork {

		@Override
		public void run(EntityManager em) {
			em.flush();
			em.clear();
			try (StatelessSession session = open(em)) {
				Branch branch = session.get(Branch.class, this.id);
				if (branch == null) {
					session.insert(new Branch(this.id, this.name));
				}
				else if (this.name != null) {
					branch.setName(this.name);
					session.update(branch);
				}
				else if (em.createQuery("from Teller t where t.branch.id = :id", Teller.class)
					.setParameter("id", this.id)
					.getResultList()
					.isEmpty()) {
					session.delete(branch);
				}
			}
		}

		/** Open a stateless session in the transaction of another session. */
		static StatelessSession open(EntityManager em) {
			return em.unwrap(SessionImplementor.class).statelessWithOptions().connection().open();
		}

	}

	/**
	 * Insert or update a branch without knowing which. A row that is equal already is
	 * left out: MariaDB does not write it, and its triggers do not fire.
	 */
	record Upsert(long id, String name) implements BranchWork {

		@Override
		public void run(EntityManager em) {
			em.flush();
			em.clear();
			Branch branch = em.find(Branch.class, this.id);
			em.clear();
			if (branch == null || !Objects.equals(branch.getName(), this.name)) {
				try (StatelessSession session = Stateless.open(em)) {
					session.upsert(new Branch(this.id, this.name));
				}
			}
		}

	}

}
