package dev.triggerview.hibernate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import dev.triggerview.hibernate.sales.CustomerView;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
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
	void acceptsDatesThatSqliteKeepsAsText() {
		if (!this.database.is(TestDatabase.SQLITE)) {
			return;
		}
		this.database.execute("create view dated as select id, name as day from customer");
		SalesDatabase.application(this.database, List.of(Dated.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void refusesTheNumberOfAnEnumWhereItsNameIs() {
		assertThat(SalesDatabase.failure(this.database, NumberOfEnum.class).getDescription())
			.containsIgnoringCase("type mismatch: column name");
	}

	@Test
	void refusesTheNumberOfAnEnumOfTheDatabase() {
		if (!this.database.is(TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2)) {
			return;
		}
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			this.database.execute("create type mood as enum ('NEW', 'BLOCKED')");
		}
		String type = this.database.is(TestDatabase.POSTGRESQL) ? "mood" : "enum('NEW', 'BLOCKED')";
		this.database.execute("create table felt (id bigint, mood " + type + ")",
				"create view feeling as select * from felt");
		FailureAnalysis analysis = SalesDatabase.failure(this.database, NumberOfFeeling.class);
		assertThat(analysis.getDescription()).containsIgnoringCase("type mismatch: column mood");
		assertThat(analysis.getAction()).contains("@Enumerated(EnumType.STRING)", "private State mood;");
		SalesDatabase.application(this.database, List.of(Feeling.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void refusesALargeObjectWhereTheDatabaseKeepsThemApart() {
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			FailureAnalysis analysis = SalesDatabase.failure(this.database, LongName.class);
			assertThat(analysis.getDescription()).contains("type mismatch: column name", "oid");
			assertThat(analysis.getAction()).contains("Remove @Lob from attribute name");
		}
		else {
			SalesDatabase.application(this.database, List.of(LongName.class))
				.run((context) -> assertThat(context).hasNotFailed());
		}
	}

	@Test
	void refusesTheNumberOfAnInterval() {
		if (!this.database.is(TestDatabase.POSTGRESQL, TestDatabase.H2, TestDatabase.HSQLDB)) {
			return;
		}
		this.database.execute("create table waited (id bigint, span interval day to second, code uuid)",
				"create view waiting as select * from waited",
				"insert into waited values (1, interval '1 02:03:04' day to second, null)");
		FailureAnalysis analysis = SalesDatabase.failure(this.database, NumberOfInterval.class);
		assertThat(analysis.getDescription()).containsIgnoringCase("type mismatch: column span")
			.containsIgnoringCase("type mismatch: column code");
		assertThat(analysis.getAction()).contains("private UUID code;");
		if (this.database.is(TestDatabase.HSQLDB)) {
			assertThat(analysis.getAction()).contains("private String span;");
			assertSpan(IntervalAsText.class, "1 02:03:04.000000");
		}
		else {
			assertThat(analysis.getAction())
				.contains("@JdbcTypeCode(SqlTypes.INTERVAL_SECOND)\n    private Duration span;");
			assertSpan(Interval.class, Duration.ofHours(26).plusMinutes(3).plusSeconds(4));
		}
	}

	private void assertSpan(Class<?> entity, Object span) {
		SalesDatabase.application(this.database, List.of(entity))
			.run((context) -> SalesDatabase.inTransaction(context,
					(entities) -> assertThat(
							entities.createQuery("select span from " + entity.getSimpleName()).getSingleResult())
						.isEqualTo(span)));
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
	@Table(name = "dated")
	static class Dated {

		@Id
		Long id;

		LocalDate day;

	}

	@Entity
	@Table(name = "customer_view")
	static class NumberOfEnum {

		@Id
		Long id;

		Thread.State name;

	}

	@Entity
	@Table(name = "feeling")
	static class NumberOfFeeling {

		@Id
		Long id;

		Thread.State mood;

	}

	@Entity
	@Table(name = "feeling")
	static class Feeling {

		@Id
		Long id;

		@Enumerated(EnumType.STRING)
		Thread.State mood;

	}

	@Entity
	@Table(name = "customer_view")
	static class LongName {

		@Id
		Long id;

		@Lob
		String name;

	}

	@Entity
	@Table(name = "parcel_view")
	static class ParcelView {

		@Id
		Long id;

		Byte weight;

	}

	@Entity
	@Table(name = "waiting")
	static class NumberOfInterval {

		@Id
		Long id;

		Duration span;

		Integer code;

	}

	@Entity(name = "Interval")
	@Table(name = "waiting")
	static class Interval {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
		Duration span;

	}

	@Entity(name = "IntervalAsText")
	@Table(name = "waiting")
	static class IntervalAsText {

		@Id
		Long id;

		String span;

	}

}
