package dev.triggerview.repository;

import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.repository.shop.CustomerTotal;
import dev.triggerview.repository.shop.CustomerTotals;
import jakarta.persistence.LockModeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.query.Procedure;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class RepositoryContractTests {

	@ParameterizedTest
	@MethodSource("writing")
	void refuses(Class<?> repository, String violation) {
		assertThatExceptionOfType(WritingViewRepositoryException.class)
			.isThrownBy(() -> RepositoryContract.of(repository).requireOnlyReads())
			.withMessageContaining(repository.getName())
			.withMessageContaining(violation);
	}

	static Stream<Arguments> writing() {
		return Stream.of(Arguments.of(Extending.class, "CrudRepository declares delete, deleteAll, deleteAllById"),
				Arguments.of(Specifying.class, "JpaSpecificationExecutor declares delete, update, which writes"),
				Arguments.of(Saving.class, "Saving declares save, which writes"),
				Arguments.of(Deriving.class,
						"Deriving declares deleteByCity, removeAllByName, which is a derived delete"),
				Arguments.of(Updating.class, "Updating declares rename, which is annotated with @Modifying"),
				Arguments.of(Hiding.class, "Hiding declares purge, which has a query that does not read"),
				Arguments.of(HidingNative.class, "HidingNative declares purge, which has a query that does not read"),
				Arguments.of(Locking.class, "Locking declares findByName, which locks rows"),
				Arguments.of(Calling.class, "Calling declares total, which calls a stored procedure"),
				Arguments.of(Opening.class,
						"Opening declares findByName, which opens a transaction that is not read-only"),
				Arguments.of(OpeningAll.class, "OpeningAll is annotated with @Transactional that is not read-only"));
	}

	@Test
	void allowsWhatReads() {
		assertThatNoException().isThrownBy(() -> RepositoryContract.of(CustomerTotals.class).requireOnlyReads());
		assertThatNoException().isThrownBy(() -> RepositoryContract.of(Reading.class).requireOnlyReads());
	}

	@ReadOnlyViewRepository
	interface Extending extends JpaRepository<CustomerTotal, Integer> {

	}

	@ReadOnlyViewRepository
	interface Specifying extends Repository<CustomerTotal, Integer>, JpaSpecificationExecutor<CustomerTotal> {

	}

	@ReadOnlyViewRepository
	interface Saving extends Repository<CustomerTotal, Integer> {

		CustomerTotal save(CustomerTotal total);

	}

	interface Deriving extends ViewRepository<CustomerTotal, Integer> {

		void deleteByCity(String city);

		long removeAllByName(String name);

	}

	interface Updating extends ViewRepository<CustomerTotal, Integer> {

		@Modifying
		@Query("update CustomerTotal t set t.name = ?1")
		int rename(String name);

	}

	interface Hiding extends ViewRepository<CustomerTotal, Integer> {

		@Query("/* all */ delete from CustomerTotal")
		int purge();

	}

	interface HidingNative extends ViewRepository<CustomerTotal, Integer> {

		@NativeQuery("delete from customer_total returning id")
		List<Integer> purge();

	}

	interface Locking extends ViewRepository<CustomerTotal, Integer> {

		@Lock(LockModeType.PESSIMISTIC_READ)
		List<CustomerTotal> findByName(String name);

	}

	interface Calling extends ViewRepository<CustomerTotal, Integer> {

		@Procedure
		int total();

	}

	interface Opening extends ViewRepository<CustomerTotal, Integer> {

		@Transactional
		List<CustomerTotal> findByName(String name);

	}

	@Transactional
	interface OpeningAll extends ViewRepository<CustomerTotal, Integer> {

	}

	interface Reading extends ViewRepository<CustomerTotal, Integer> {

		@Query("select t from CustomerTotal t")
		List<CustomerTotal> deleted();

		@Transactional(readOnly = true, timeout = 3)
		List<CustomerTotal> findByName(String name);

		@NativeQuery("\n-- slow\n (select * from customer_total)")
		List<CustomerTotal> slow();

		@Query("with t as (select 1) from CustomerTotal")
		List<CustomerTotal> removeNothing();

		default List<CustomerTotal> removeBlank(List<CustomerTotal> totals) {
			return totals.stream().filter((total) -> !total.getName().isBlank()).toList();
		}

		CustomerTotal getReferenceById(Integer id);

	}

}
