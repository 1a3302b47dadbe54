package dev.triggerview.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Which package may use what. A package that is missing here does not exist.
 *
 * @param root the package above the ones of the table
 */
record PackageTable(String root) {

	private static final List<String> EVERYWHERE = List.of("java..", "javax.sql..", "org.jspecify..");

	private static final List<String> SPRING = List.of("org.springframework..", "org.aopalliance..",
			"org.apache.commons.logging..");

	private static final List<String> HIBERNATE = List.of("org.hibernate..", "jakarta.persistence..");

	private static final List<String> ACTUATOR = List.of("org.springframework.boot.actuate..",
			"org.springframework.boot.health..", "org.springframework.util..", "io.micrometer..");

	private static final Map<String, Row> ROWS = rows();

	private static Map<String, Row> rows() {
		Map<String, Row> rows = new LinkedHashMap<>();
		rows.put("trigger", new Row(List.of(), List.of()));
		rows.put("view", new Row(List.of("trigger"), List.of()));
		rows.put("liquibase", new Row(List.of("trigger", "view"), List.of("liquibase..")));
		rows.put("repository", new Row(List.of("view"), concat(SPRING, HIBERNATE)));
		rows.put("event", new Row(List.of(), concat(concat(SPRING, HIBERNATE), List.of("tools.jackson.."))));
		rows.put("hibernate", new Row(List.of("trigger", "view"), HIBERNATE));
		rows.put("actuate", new Row(List.of("trigger", "view"), ACTUATOR));
		return rows;
	}

	static List<String> packages() {
		List<String> packages = new ArrayList<>(ROWS.keySet());
		packages.add("autoconfigure");
		return packages;
	}

	/** Return the rule that a package uses only what its row names. */
	ArchRule usesOnlyWhatItsRowNames(String name) {
		Row row = ROWS.get(name);
		List<String> allowed = new ArrayList<>(EVERYWHERE);
		allowed.addAll(row.libraries());
		allowed.add(this.root + "." + name);
		row.packages().forEach((other) -> allowed.add(this.root + "." + other));
		return noClasses().that()
			.resideInAPackage(this.root + "." + name)
			.should()
			.dependOnClassesThat(not(resideInAnyPackage(allowed.toArray(String[]::new))).and(not(primitives())))
			.as("Package " + name + " uses only " + allowed);
	}

	/** Return the rule that only wiring knows the wiring. */
	ArchRule nothingUsesAutoconfigure() {
		return noClasses().that(resideInAPackage(this.root + "..").and(not(resideInAPackage(autoconfigure()))))
			.should()
			.dependOnClassesThat()
			.resideInAPackage(autoconfigure());
	}

	/** Return the rule that no package is outside the table. */
	ArchRule noOtherPackageExists() {
		return classes().that()
			.resideInAPackage(this.root + "..")
			.should()
			.resideInAnyPackage(packages().stream().map((name) -> this.root + "." + name).toArray(String[]::new));
	}

	/** Return the rule that packages do not use each other in a circle. */
	ArchRule noCircles() {
		return slices().matching(this.root + ".(*)..").should().beFreeOfCycles();
	}

	private String autoconfigure() {
		return this.root + ".autoconfigure..";
	}

	private static DescribedPredicate<JavaClass> primitives() {
		return DescribedPredicate.describe("primitive", (javaClass) -> javaClass.getBaseComponentType().isPrimitive());
	}

	private static List<String> concat(List<String> some, List<String> more) {
		List<String> all = new ArrayList<>(some);
		all.addAll(more);
		return all;
	}

	/**
	 * A row of the table.
	 *
	 * @param packages the other packages of ours that it may use
	 * @param libraries the packages of other projects that it may use
	 */
	record Row(List<String> packages, List<String> libraries) {

	}

}
