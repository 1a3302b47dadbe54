package dev.triggerview.sample.database;

import java.io.IOException;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

/**
 * The data of one start.
 *
 * @param path the directory, which is deleted when the application stops
 */
record DataDirectory(Path path) implements AutoCloseable {

	@Override
	public void close() throws IOException {
		FileSystemUtils.deleteRecursively(this.path);
	}

}
