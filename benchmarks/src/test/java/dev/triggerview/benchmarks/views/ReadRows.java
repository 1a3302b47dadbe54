package dev.triggerview.benchmarks.views;

import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import dev.triggerview.benchmarks.TakesTurns;
import dev.triggerview.benchmarks.views.Reading.Rows;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Reads rows of the view, one way or another. */
@State(Scope.Benchmark)
public class ReadRows extends TakesTurns {

	@Param
	public Reading variant;

	@Param("1")
	public int size;

	private ConfigurableApplicationContext context;

	private Rows rows;

	@Setup
	public void start() {
		OrderData.create(database(), this.size);
		this.context = ReadingApplication.start();
		this.rows = this.variant.rows(this.context);
	}

	/** The view has to be there when the application starts. */
	private static DataSource database() {
		return new DriverManagerDataSource(System.getProperty("spring.datasource.url"),
				System.getProperty("spring.datasource.username"), System.getProperty("spring.datasource.password"));
	}

	@Benchmark
	public List<?> read() throws SQLException {
		return this.rows.read();
	}

	@TearDown
	public void stop() {
		this.context.close();
	}

}
