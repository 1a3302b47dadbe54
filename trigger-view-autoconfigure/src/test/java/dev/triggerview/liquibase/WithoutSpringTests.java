package dev.triggerview.liquibase;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Updates with nothing on the class path but Liquibase, JSpecify, a driver and our
 * classes, as the command line and the Maven plugin of Liquibase do.
 */
class WithoutSpringTests {

	/** One class of each library. */
	private static final List<String> LIBRARIES = List.of("liquibase.Liquibase", "com.opencsv.CSVReader",
			"org.yaml.snakeyaml.Yaml", "org.apache.commons.lang3.StringUtils", "org.apache.commons.io.IOUtils",
			"org.apache.commons.text.WordUtils", "org.apache.commons.collections4.ListUtils",
			"javax.xml.bind.JAXBContext", "org.jspecify.annotations.Nullable", "org.h2.Driver",
			CreateTriggerChange.class.getName());

	@TempDir
	private Path directory;

	@Test
	void createsAndDropsATrigger() throws Exception {
		copy("dev/triggerview/liquibase/PlainUpdate.class", "dev/triggerview/liquibase/LogItem.class",
				"changelog/trigger/portable.xml");
		URL[] classPath = Stream
			.concat(Stream.of(this.directory.toUri().toURL()), LIBRARIES.stream().flatMap(WithoutSpringTests::location))
			.toArray(URL[]::new);
		// The JVM looks for drivers once; those of later tests are not in the other
		// loader.
		DriverManager.getDrivers();
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
			thread.setContextClassLoader(loader);
			Object update = loader.loadClass("dev.triggerview.liquibase.PlainUpdate").getConstructor().newInstance();
			assertThat(((Callable<?>) update).call()).isEqualTo("1 0 without Spring");
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	private void copy(String... resources) throws Exception {
		for (String resource : resources) {
			Path target = this.directory.resolve(resource);
			Files.createDirectories(target.getParent());
			try (var stream = getClass().getClassLoader().getResourceAsStream(resource)) {
				Files.copy(stream, target);
			}
		}
	}

	private static Stream<URL> location(String type) {
		try {
			return Stream.of(Class.forName(type).getProtectionDomain().getCodeSource().getLocation());
		}
		catch (ClassNotFoundException ex) {
			return Stream.of(); // This version of Liquibase does not need it.
		}
	}

}
