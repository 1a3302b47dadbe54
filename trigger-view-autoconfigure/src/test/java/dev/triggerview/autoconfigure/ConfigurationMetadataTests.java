package dev.triggerview.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sees that both annotation processors ran: a JDK that does not find one says nothing and
 * builds a jar without help in the IDE.
 */
class ConfigurationMetadataTests {

	@Test
	void everyPropertyIsDescribed() throws IOException {
		List<Map<String, Object>> properties = properties();
		assertThat(properties).isNotEmpty().allSatisfy((property) -> {
			assertThat(property.get("name")).asString()
				.matches("trigger-view\\..+|management\\.endpoint\\.(triggers|views)\\..+");
			assertThat(property.get("description")).as("description of " + property.get("name"))
				.asString()
				.endsWith(".");
		});
	}

	@Test
	void everyAutoConfigurationIsIndexed() throws IOException {
		Properties index = new Properties();
		try (InputStream stream = resource("META-INF/spring-autoconfigure-metadata.properties")) {
			index.load(stream);
		}
		String imports = text("META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports");
		assertThat(imports.lines()).doesNotHaveDuplicates().allSatisfy((name) -> assertThat(index).containsKey(name));
	}

	private static List<Map<String, Object>> properties() throws IOException {
		return JsonPath.read(text("META-INF/spring-configuration-metadata.json"), "$.properties");
	}

	private static String text(String name) throws IOException {
		try (InputStream stream = resource(name)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** The library's own resource: other jars have files of the same name. */
	private static InputStream resource(String name) throws IOException {
		String classes = TriggersEndpointAutoConfiguration.class.getProtectionDomain()
			.getCodeSource()
			.getLocation()
			.toString();
		return URI.create(classes + name).toURL().openStream();
	}

}
