package dev.triggerview.architecture;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the rules against the library, and each rule against classes that were written to
 * break it: a rule that cannot fail is no rule.
 */
class ArchitectureTests {

	private static final JavaClasses LIBRARY = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.triggerview");

	private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("dev.triggerview.planted");

	@ParameterizedTest
	@MethodSource("rules")
	void theLibraryKeeps(ArchRule ofLibrary, ArchRule ofPlanted) {
		ofLibrary.allowEmptyShould(true).check(LIBRARY);
	}

	@ParameterizedTest
	@MethodSource("rules")
	void aPlantedViolationBreaks(ArchRule ofLibrary, ArchRule ofPlanted) {
		assertThat(ofPlanted.evaluate(PLANTED).hasViolation()).isTrue();
	}

	static Stream<Arguments> rules() {
		PackageTable library = new PackageTable("dev.triggerview");
		PackageTable planted = new PackageTable("dev.triggerview.planted");
		Stream<Arguments> rows = PackageTable.packages()
			.stream()
			.filter((name) -> !name.equals("autoconfigure"))
			.map((name) -> rule(library.usesOnlyWhatItsRowNames(name), planted.usesOnlyWhatItsRowNames(name)));
		Stream<Arguments> table = Stream.of(
				rule(library.nothingUsesAutoconfigure(), planted.nothingUsesAutoconfigure()),
				rule(library.noOtherPackageExists(), planted.noOtherPackageExists()),
				rule(library.noCircles(), planted.noCircles()));
		Stream<Arguments> wiring = Stream
			.of(WiringRules.AUTO_CONFIGURATIONS_ARE_PUBLIC_AND_FINAL, WiringRules.BEAN_METHODS_ARE_HIDDEN,
					WiringRules.CLASS_CONDITIONS_ARE_ON_TYPES, WiringRules.NOTHING_IS_SCANNED,
					WiringRules.NO_FIELD_IS_INJECTED, WiringRules.PROPERTIES_ARE_RECORDS,
					WiringRules.PACKAGES_ARE_NULL_MARKED)
			.map((rule) -> rule(rule, rule));
		return Stream.of(rows, table, wiring).flatMap((stream) -> stream);
	}

	private static Arguments rule(ArchRule library, ArchRule planted) {
		return Arguments.of(Named.of(library.getDescription(), library), planted);
	}

}
