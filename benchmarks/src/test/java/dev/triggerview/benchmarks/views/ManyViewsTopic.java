package dev.triggerview.benchmarks.views;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import dev.triggerview.benchmarks.Comparison;
import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.benchmarks.Effort;
import dev.triggerview.benchmarks.ForkedJvm;
import dev.triggerview.benchmarks.ForkedJvm.Outcome;
import dev.triggerview.benchmarks.GeneratedApplication;
import dev.triggerview.benchmarks.Report;
import dev.triggerview.benchmarks.Target;
import dev.triggerview.benchmarks.Topic;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;

/** What views add to the start of an application that has many of them. */
public final class ManyViewsTopic implements Topic {

	private static final String WITHOUT_VIEWS = "JpaRepository, the starter without its views";

	private static final String WITHOUT_STARTER = "JpaRepository, without the starter";

	private static final String LIBRARY = "@ReadOnlyViewRepository";

	private static final String EXCLUDED = "-Dspring.autoconfigure.exclude="
			+ "dev.triggerview.autoconfigure.ViewEntitiesAutoConfiguration,"
			+ "dev.triggerview.autoconfigure.ViewRepositoriesAutoConfiguration";

	private static final String ENTITY = """
			package many;
			import jakarta.persistence.*;
			@Entity @org.hibernate.annotations.Immutable @Table(name = "view_%1$d")
			public class View%1$d {
				@Id Long id;
				String name;
				java.math.BigDecimal price;
			}
			""";

	/**
	 * Spring Data looks at each method of a repository: a fair comparison has as many.
	 */
	private static final String JPA_REPOSITORY = """
			package many;
			import org.springframework.data.jpa.repository.*;
			public interface View%1$dRepository extends JpaRepository<View%1$d, Long>, JpaSpecificationExecutor<View%1$d> {
			}
			""";

	private static final String LIBRARY_REPOSITORY = """
			package many;
			@dev.triggerview.repository.ReadOnlyViewRepository
			public interface View%1$dRepository extends dev.triggerview.repository.ViewRepository<View%1$d, Long> {
			}
			""";

	private static final String DDL = """
			create table if not exists base_%1$d (id bigint primary key, name varchar(40), price decimal(10, 2));
			create or replace view view_%1$d as select id, name, price from base_%1$d;
			""";

	@Override
	public String name() {
		return "views-startup";
	}

	@Override
	public void measure(Effort effort, Report report) {
		Comparison comparison = report.compare("Start-up with many view entities", "views", WITHOUT_VIEWS);
		comparison.target(Target.onTop(LIBRARY, 150, "ms"));
		for (int views : effort.sizes(2, 20, 200)) {
			for (TestDatabase kind : effort.timedDatabases()) {
				try (FreshDatabase database = kind.create();
						GeneratedApplication jpa = application(JPA_REPOSITORY, views);
						GeneratedApplication library = application(LIBRARY_REPOSITORY, views)) {
					Map<String, ForkedJvm> variants = new LinkedHashMap<>();
					variants.put(WITHOUT_VIEWS, jvm(effort, database, jpa).arguments(EXCLUDED));
					variants.put(WITHOUT_STARTER, jvm(effort, database, jpa).without(ForkedJvm.LIBRARY));
					variants.put(LIBRARY, jvm(effort, database, library));
					measure(effort, comparison, kind, views, variants);
				}
			}
		}
	}

	private static void measure(Effort effort, Comparison comparison, TestDatabase kind, int views,
			Map<String, ForkedJvm> variants) {
		if (!effort.smoke()) {
			variants.values().forEach((jvm) -> jvm.run(ManyViewsProgram.class));
		}
		for (int round = 0; round < effort.rounds(); round++) {
			effort.results(variants.keySet(), (label) -> run(variants, label)).forEach((label, outcome) -> {
				Case measured = new Case(label, kind, views);
				comparison.answer(measured, outcome.answer());
				comparison.add(measured, outcome.figures());
			});
		}
	}

	private static Outcome run(Map<String, ForkedJvm> variants, String label) {
		return Objects.requireNonNull(variants.get(label)).run(ManyViewsProgram.class);
	}

	private static ForkedJvm jvm(Effort effort, FreshDatabase database, GeneratedApplication application) {
		return new ForkedJvm(effort).database(database).with(application.compile()).without(ForkedJvm.PEERS);
	}

	private static GeneratedApplication application(String repository, int views) {
		GeneratedApplication application = new GeneratedApplication();
		StringBuilder ddl = new StringBuilder();
		for (int view = 1; view <= views; view++) {
			application.source("View" + view, ENTITY.formatted(view));
			application.source("View" + view + "Repository", repository.formatted(view));
			ddl.append(DDL.formatted(view));
		}
		application.resource("schema.sql", ddl.toString());
		return application;
	}

}
