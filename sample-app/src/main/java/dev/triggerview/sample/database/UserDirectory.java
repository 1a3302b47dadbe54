package dev.triggerview.sample.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the embedded servers keep their files, apart for each user of this machine. */
final class UserDirectory {

	private static final Path PATH = Path.of(System.getProperty("java.io.tmpdir"),
			"trigger-view-shop-" + System.getProperty("user.name"));

	private UserDirectory() {
	}

	/** Return a directory that survives, for the binaries of a server. */
	static Path forBinaries(String server) throws IOException {
		return Files.createDirectories(PATH.resolve(server));
	}

	/** Return a new, empty directory that goes with the application. */
	static DataDirectory forData(String server) throws IOException {
		return new DataDirectory(Files.createTempDirectory(Files.createDirectories(PATH), server + "-data"));
	}

}
