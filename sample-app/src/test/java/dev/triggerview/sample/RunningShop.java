package dev.triggerview.sample;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A shop that runs, with what a test needs to talk to it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
abstract class RunningShop {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private CapturedOutput output;

	@BeforeEach
	void capture(CapturedOutput output) {
		this.output = output;
	}

	/** What the shop has logged since the test began. */
	final String output() {
		return this.output.toString();
	}

	/** The database, past the application. */
	final JdbcClient jdbc() {
		return this.jdbc;
	}

	final Json get(String path) {
		Answer answer = exchange(HttpMethod.GET, path, null);
		assertThat(answer.status()).as(() -> path + ": " + answer.body()).isEqualTo(HttpStatus.OK);
		return answer.body();
	}

	final Answer exchange(String path) {
		return exchange(HttpMethod.GET, path, null);
	}

	final Answer post(String path, Object body) {
		return exchange(HttpMethod.POST, path, body);
	}

	final Answer put(String path, Object body) {
		return exchange(HttpMethod.PUT, path, body);
	}

	/** Place an order of customer 1 for one of a product and return its path. */
	final String place(int product) {
		return post("/orders", order(1, Map.of(product, 1))).location();
	}

	final Order order(int customer, Map<Integer, Integer> quantities) {
		return new Order(customer,
				quantities.entrySet().stream().map((line) -> new Line(line.getKey(), line.getValue())).toList());
	}

	final void assertConflict(Answer answer, String rule, String detail) {
		assertProblem(answer, HttpStatus.CONFLICT);
		assertThat(answer.body().text("$.rule")).isEqualTo(rule);
		assertThat(answer.body().text("$.detail")).isEqualTo(detail);
	}

	final void assertProblem(Answer answer, HttpStatus status) {
		assertThat(answer.status()).as(() -> "" + answer.body()).isEqualTo(status);
		assertThat(answer.type()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer.body().number("$.status")).isEqualTo(status.value());
	}

	final void assertRefused(String sql, String message) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(sql).update())
			.withMessageContaining(message);
	}

	private Answer exchange(HttpMethod method, String path, Object body) {
		RestClient.RequestBodySpec request = RestClient.create("http://localhost:" + this.port)
			.method(method)
			.uri(URI.create("http://localhost:" + this.port + path));
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(body);
		}
		return request
			.exchange((sent, response) -> new Answer(response.getStatusCode(), response.getHeaders().getContentType(),
					Optional.ofNullable(response.getHeaders().getLocation()).map(URI::toString).orElse(null),
					new Json(new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8))));
	}

	record Order(int customerId, List<Line> lines) {

	}

	record Line(int productId, int quantity) {

	}

	record Answer(HttpStatusCode status, MediaType type, String location, Json body) {

	}

	record Json(String content) {

		String text(String path) {
			return JsonPath.read(this.content, path);
		}

		int number(String path) {
			return JsonPath.read(this.content, path);
		}

		double decimal(String path) {
			return JsonPath.<Number>read(this.content, path).doubleValue();
		}

		List<Double> decimals(String path) {
			return JsonPath.<List<Number>>read(this.content, path).stream().map(Number::doubleValue).toList();
		}

		List<Map<String, Object>> objects(String path) {
			return JsonPath.read(this.content, path);
		}

		List<Object> list(String path) {
			return JsonPath.read(this.content, path);
		}

		@Override
		public String toString() {
			return this.content;
		}

	}

}
