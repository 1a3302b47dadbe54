package dev.triggerview.hibernate;

import java.math.BigDecimal;
import java.util.List;

import dev.triggerview.hibernate.sales.CustomerView;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

/** What start-up says about attributes that do not fit the columns of their views. */
@EachDatabase
class ColumnCheckTests {

	private final FreshDatabase database;

	ColumnCheckTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void create(FreshDatabase database) {
		SalesDatabase.create(database);
	}

	@Test
	void tellsNarrowingFromMismatch() {
		FailureAnalysis analysis = SalesDatabase.failure(this.database, OtherTypes.class);
		assertThat(analysis.getDescription()).containsIgnoringCase("narrowing: column id")
			.containsIgnoringCase("type mismatch: column total")
			.doesNotContainIgnoringCase("customer_id");
		assertThat(analysis.getAction()).contains("private Long id;", "private BigDecimal total;");
	}

	@Test
	void acceptsWhatDriversReadWithoutLoss() {
		SalesDatabase.application(this.database, List.of(WiderTypes.class, Related.class, CustomerView.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void acceptsTheTypeThatHibernateDeclaresWhereTheDatabaseHasNoneOfTheSize() {
		this.database.execute(
				"create table parcel (id bigint, weight %s)"
					.formatted(this.database.is(TestDatabase.POSTGRESQL) ? "smallint" : "tinyint"),
				"create view parcel_view as select * from parcel");
		SalesDatabase.application(this.database, List.of(ParcelView.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void refusesTheNumberOfAnEnumWhereItsNameIs() {
		assertThat(SalesDatabase.failure(this.database, NumberOfEnum.class).getDescription())
			.containsIgnoringCase("type mismatch: column name");
	}

	@Entity
	@Table(name = "purchase_view")
	static class OtherTypes {

		@Id
		Integer id;

		@Column(name = "customer_id")
		Long customer;

		String total;

	}

	@Entity
	@Table(name = "purchase_view")
	static class WiderTypes {

		@Id
		BigDecimal id;

		@Column(name = "customer_id", nullable = false)
		Double customer;

		Double total;

	}

	@Entity
	@Table(name = "purchase_view")
	static class Related {

		@Id
		BigDecimal total;

		@Column(name = "id")
		Thread.State state;

		@ManyToOne
		@JoinColumn(name = "customer_id")
		CustomerView customer;

	}

	@Entity
	@Table(name = "customer_view")
	static class NumberOfEnum {

		@Id
		Long id;

		Thread.State name;

	}

	@Entity
	@Table(name = "parcel_view")
	static class ParcelView {

		@Id
		Long id;

		Byte weight;

	}

}
