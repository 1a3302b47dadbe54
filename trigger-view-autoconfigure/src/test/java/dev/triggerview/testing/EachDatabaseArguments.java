package dev.triggerview.testing;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Hands a fresh database of each kind to a class; JUnit closes it after the class. */
class EachDatabaseArguments implements ArgumentsProvider, AnnotationConsumer<EachDatabase> {

	private List<TestDatabase> chosen = List.of();

	@Override
	public void accept(EachDatabase annotation) {
		this.chosen = List.of(annotation.value());
	}

	@Override
	public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
		return TestDatabase.available()
			.stream()
			.filter((database) -> this.chosen.isEmpty() || this.chosen.contains(database))
			.map((database) -> Arguments.of(database.create()));
	}

}
