package dev.triggerview.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The shop as it is delivered: the jar, processed ahead of time, in a JVM of its own. */
@Tag("packaged")
class PackagedShopTests {

	private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)|Started ShopApplication");

	@Test
	void servesItsViews() throws Exception {
		Process shop = start();
		try (BufferedReader output = shop.inputReader()) {
			RestClient client = RestClient.create("http://localhost:" + port(output));
			assertThat(get(client, "/customers?size=2&page=14&region=NORTH")).contains("\"totalElements\" : 29");
			assertThat(get(client, "/order-totals?status=OPEN&minimum=500")).contains("\"total\" : 509.35");
			assertThat(get(client, "/sales-by-region?region=EAST")).contains("\"revenue\" : 1408.00");
			assertThat(client.put()
				.uri("/stock-levels/2")
				.contentType(MediaType.APPLICATION_JSON)
				.body("{\"reorderLevel\": 25}")
				.retrieve()
				.body(String.class)).contains("\"reorderLevel\" : 25");
			assertThat(get(client, "/stock-levels/to-reorder")).contains("Darjeeling tea");
			assertThat(get(client, "/products/2")).contains("\"reorderLevel\" : 25");
		}
		finally {
			shop.destroy();
			assertThat(shop.waitFor(5, TimeUnit.MINUTES)).isTrue();
		}
	}

	private static Process start() throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Dspring.aot.enabled=true", "-jar", jar().toString(), "--server.port=0")
			.redirectErrorStream(true)
			.start();
	}

	private static Path jar() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("target"))) {
			List<Path> jars = files.filter((file) -> file.toString().endsWith("-exec.jar")).toList();
			assertThat(jars).hasSize(1);
			return jars.get(0);
		}
	}

	/** Reads on until the shop is ready, or ends. */
	private static String port(BufferedReader output) throws IOException {
		StringBuilder said = new StringBuilder();
		String port = "";
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			said.append(line).append('\n');
			Matcher started = STARTED.matcher(line);
			if (started.find()) {
				if (started.group(1) == null) {
					assertThat(said).contains("Starting AOT-processed ShopApplication").doesNotContain("ERROR");
					return port;
				}
				port = started.group(1);
			}
		}
		throw new AssertionError("The shop has not started:\n" + said);
	}

	private static String get(RestClient client, String path) {
		return client.get().uri(path).retrieve().body(String.class);
	}

}
