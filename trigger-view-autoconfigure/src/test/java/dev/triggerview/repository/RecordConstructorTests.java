package dev.triggerview.repository;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.core.test.tools.SourceFile;
import org.springframework.core.test.tools.TestCompiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RecordConstructorTests {

	@Test
	void makesARecordOfAsManyComponentsAsAHandleHasArguments() {
		compile(253, (type) -> assertThat(RecordConstructor.of(type).make(new Object[253])).isNotNull());
	}

	@Test
	void namesARecordOfMoreComponents() {
		compile(254, (type) -> assertThatIllegalStateException().isThrownBy(() -> RecordConstructor.of(type))
			.withMessageContainingAll("Record Wide", "has 254 components", "253 arguments at most"));
	}

	private static void compile(int components, Consumer<Class<?>> test) {
		String columns = IntStream.range(0, components)
			.mapToObj((column) -> "Integer c" + column)
			.collect(Collectors.joining(", "));
		TestCompiler.forSystem()
			.withSources(SourceFile.of("public record Wide(" + columns + ") {}"))
			.compile((compiled) -> test.accept(compiled.getAllCompiledClasses().get(0)));
	}

}
