package dev.triggerview.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.Configurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

class AutoConfigurationOrderTests {

	/** Every condition that is evaluated after them looks at each repository. */
	@Test
	void doesNotPullTheRepositoriesBeforeOthers() {
		Predicate<Class<?>> ours = (type) -> type.getPackageName().startsWith("dev.triggerview");
		assertThat(beforeRepositories((type) -> true)).containsAll(beforeRepositories(ours.negate()));
	}

	private static List<Class<?>> beforeRepositories(Predicate<Class<?>> filter) {
		List<Class<?>> sorted = sorted(filter);
		return sorted.subList(0, sorted.indexOf(DataJpaRepositoriesAutoConfiguration.class));
	}

	private static List<Class<?>> sorted(Predicate<Class<?>> filter) {
		ClassLoader classLoader = AutoConfigurationOrderTests.class.getClassLoader();
		Class<?>[] candidates = StreamSupport
			.stream(ImportCandidates.load(AutoConfiguration.class, classLoader).spliterator(), false)
			.<Class<?>>map((name) -> ClassUtils.resolveClassName(name, classLoader))
			.filter(filter)
			.toArray(Class<?>[]::new);
		return Arrays.asList(Configurations.getClasses(AutoConfigurations.of(candidates)));
	}

}
