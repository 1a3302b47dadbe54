package dev.triggerview.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.liquibase.TriggerVariant;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * What a native image has to keep: the queries of the catalogs, and all that Liquibase
 * finds by service files, creates, and fills with attributes by reflection. What is known
 * of Liquibase elsewhere (Spring Boot, GraalVM's reachability metadata) is its own
 * classes only.
 */
final class TriggerViewRuntimeHints implements RuntimeHintsRegistrar {

	private static final String SERVICES = "META-INF/services/liquibase.*";

	private static final MemberCategory[] BEANS = { MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
			MemberCategory.INVOKE_PUBLIC_METHODS };

	/** What explains the errors of servers; each is there with its driver only. */
	private static final List<String> DRIVERS = List.of("com.microsoft.sqlserver.jdbc.SQLServerException",
			"com.microsoft.sqlserver.jdbc.SQLServerError", "com.ibm.db2.jcc.DB2Diagnosable",
			"com.ibm.db2.jcc.DB2Sqlca");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		Stream
			.of("dev/triggerview/*/catalog/*.sql", "dev/triggerview/trigger/function/*.sql",
					"dev/triggerview/trigger/routine/*.sql")
			.forEach(hints.resources()::registerPattern);
		DRIVERS.forEach((driver) -> hints.reflection()
			.registerTypeIfPresent(classLoader, driver, MemberCategory.INVOKE_PUBLIC_METHODS));
		if (ClassUtils.isPresent("liquibase.change.Change", classLoader)) {
			hints.resources().registerPattern(SERVICES).registerPattern("www.triggerview.dev/xml/ns/*.xsd");
			providers(classLoader).map((name) -> ClassUtils.resolveClassName(name, classLoader))
				.forEach((provider) -> register(hints, provider));
			register(hints, TriggerVariant.class);
		}
	}

	/** With what it inherits from classes of this library. */
	private static void register(RuntimeHints hints, Class<?> bean) {
		for (Class<?> type = bean; type.getPackage()
			.equals(TriggerVariant.class.getPackage()); type = type.getSuperclass()) {
			hints.reflection().registerType(type, BEANS);
		}
	}

	/** The classes of this library that the service files name. */
	private static Stream<String> providers(@Nullable ClassLoader classLoader) {
		try {
			Resource[] services = new PathMatchingResourcePatternResolver(classLoader)
				.getResources("classpath*:" + SERVICES);
			return Stream.of(services)
				.flatMap(TriggerViewRuntimeHints::lines)
				.filter((name) -> name.startsWith(TriggerVariant.class.getPackageName() + "."));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> lines(Resource service) {
		try {
			return service.getContentAsString(StandardCharsets.UTF_8).lines().map(String::strip);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
