package dev.triggerview.hibernate;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** What start-up says about attributes of columns whose types not every database has. */
@EachDatabase
class OwnTypeCheckTests {

	private final FreshDatabase database;

	OwnTypeCheckTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void create(FreshDatabase database) {
		SalesDatabase.create(database);
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
	void refusesTheNumberOfAnEnumOfTheDatabase() {
		if (!this.database.is(TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2)) {
			return;
		}
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			this.database.execute("create type mood as enum ('NEW', 'BLOCKED')");
		}
		String type = this.database.is(TestDatabase.POSTGRESQL) ? "mood" : "enum('NEW', 'BLOCKED')";
		this.database.execute("create table felt (id bigint, mood " + type + ")",
				"create view feeling as select * from felt", "insert into felt values (1, 'BLOCKED')");
		FailureAnalysis analysis = SalesDatabase.failure(this.database, NumberOfFeeling.class);
		assertThat(analysis.getDescription()).containsIgnoringCase("type mismatch: column mood");
		assertThat(analysis.getAction()).contains("@Enumerated(EnumType.STRING)", "private State mood;");
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			assertThat(SalesDatabase.failure(this.database, Feeling.class).getAction())
				.contains("@JdbcTypeCode(SqlTypes.NAMED_ENUM)\n    private State mood;");
		}
		assertCompared(this.database.is(TestDatabase.POSTGRESQL) ? NamedFeeling.class : Feeling.class);
	}

	private void assertCompared(Class<?> entity) {
		SalesDatabase.application(this.database, List.of(entity))
			.run((context) -> SalesDatabase.inTransaction(context,
					(entities) -> assertThat(entities
						.createQuery("select count(*) from " + entity.getSimpleName() + " where mood = :mood")
						.setParameter("mood", Thread.State.BLOCKED)
						.getSingleResult()).isEqualTo(1L)));
	}

	@Test
	void acceptsTypesThatHibernateCannotDeclare() {
		if (!this.database.is(TestDatabase.POSTGRESQL)) {
			return;
		}
		this.database.execute("create view path as select id, cidr '10.0.0.0/8' as net from customer");
		SalesDatabase.application(this.database, List.of(OfDriver.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void readsDatesThatSqliteKeepsAsTextInTheFormatOfItsDriverOnly() {
		if (!this.database.is(TestDatabase.SQLITE)) {
			return;
		}
		this.database.execute("create view written as select 1 as id, '2024-02-29' as day");
		SalesDatabase.application(this.database, List.of(Written.class))
			.run((context) -> assertThatException()
				.isThrownBy(() -> SalesDatabase.inTransaction(context, (entities) -> entities.find(Written.class, 1)))
				.withStackTraceContaining("Unparseable date: \"2024-02-29\""));
		SalesDatabase
			.application(this.database, List.of(Written.class),
					"spring.datasource.hikari.data-source-properties.date_string_format=yyyy-MM-dd")
			.run((context) -> SalesDatabase.inTransaction(context,
					(entities) -> assertThat(entities.find(Written.class, 1).day).isEqualTo("2024-02-29")));
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
	void refusesBytesOfALargeObjectWhichTheDriverOfSqliteDoesNotRead() {
		String bytes = this.database.is(TestDatabase.POSTGRESQL) ? "bytea" : "blob";
		this.database.execute("create table scanned (id bigint, page " + bytes + ")",
				"create view scan as select * from scanned", "insert into scanned values (1, null)");
		if (this.database.is(TestDatabase.POSTGRESQL, TestDatabase.SQLITE)) {
			FailureAnalysis analysis = SalesDatabase.failure(this.database, LongPage.class);
			assertThat(analysis.getDescription()).contains("type mismatch: column page");
			assertThat(analysis.getAction()).contains("Remove @Lob from attribute page");
		}
		else {
			SalesDatabase.application(this.database, List.of(LongPage.class))
				.run((context) -> SalesDatabase.inTransaction(context,
						(entities) -> assertThat(entities.find(LongPage.class, 1L).page).isNull()));
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
	@Table(name = "dated")
	static class Dated {

		@Id
		Long id;

		LocalDate day;

	}

	@Entity
	@Table(name = "feeling")
	static class NumberOfFeeling {

		@Id
		Long id;

		Thread.State mood;

	}

	@Entity(name = "Feeling")
	@Table(name = "feeling")
	static class Feeling {

		@Id
		Long id;

		@Enumerated(EnumType.STRING)
		Thread.State mood;

	}

	@Entity(name = "NamedFeeling")
	@Table(name = "feeling")
	static class NamedFeeling {

		@Id
		Long id;

		@Enumerated(EnumType.STRING)
		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Thread.State mood;

	}

	@Entity
	@Table(name = "path")
	static class OfDriver {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.OTHER)
		String net;

	}

	@Entity
	@Table(name = "written")
	static class Written {

		@Id
		Integer id;

		LocalDate day;

	}

	@Entity
	@Table(name = "scan")
	static class LongPage {

		@Id
		Long id;

		@Lob
		byte[] page;

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
