package dev.triggerview.benchmarks.views;

import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import dev.triggerview.benchmarks.views.Reading.Rows;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.context.ConfigurableApplicationContext;

/** Reads all rows of the view, one way or another. */
@State(Scope.Benchmark)
public class ReadRows {

	@Param
	public Reading variant;

	@Param("1")
	public int size;

	private ConfigurableApplicationContext context;

	private Rows rows;

	@Setup
	public void start() {
		this.context = ReadingApplication.start();
		OrderData.create(this.context.getBean(DataSource.class), this.size);
		this.rows = this.variant.rows(this.context);
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
