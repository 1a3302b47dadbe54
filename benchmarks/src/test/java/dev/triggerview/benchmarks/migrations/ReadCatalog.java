package dev.triggerview.benchmarks.migrations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import dev.triggerview.benchmarks.TakesTurns;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reads all triggers of a database. */
@State(Scope.Benchmark)
public class ReadCatalog extends TakesTurns {

	@Param
	public CatalogReading variant;

	@Param("1")
	public int size;

	private Connection connection;

	@Setup
	public void connect() throws SQLException {
		this.connection = DriverManager.getConnection(System.getProperty("spring.datasource.url"),
				System.getProperty("spring.datasource.username"), System.getProperty("spring.datasource.password"));
		CatalogData.create(this.connection, this.size);
	}

	@Benchmark
	public List<?> read() throws SQLException {
		return this.variant.read(this.connection, this.size);
	}

	@TearDown
	public void disconnect() throws SQLException {
		this.connection.close();
	}

}
