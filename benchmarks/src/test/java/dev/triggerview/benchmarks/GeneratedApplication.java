package dev.triggerview.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.springframework.util.FileSystemUtils;

/**
 * Classes and resources of an application of any size, written and compiled when it is
 * measured. Closing it deletes them.
 */
public final class GeneratedApplication implements AutoCloseable {

	private final Path directory;

	private final List<File> sources = new ArrayList<>();

	/** Start an application without classes. */
	public GeneratedApplication() {
		try {
			this.directory = Files.createTempDirectory("benchmark");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Add a class by its name without package and its source. */
	public void source(String name, String source) {
		this.sources.add(resource(name + ".java", source).toFile());
	}

	/** Add a resource. */
	public Path resource(String path, String content) {
		try {
			Path file = this.directory.resolve(path);
			Files.createDirectories(file.getParent());
			return Files.writeString(file, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Compile the classes and return the directory for the class path. */
	public Path compile() {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		List<String> options = List.of("-d", this.directory.toString(), "-proc:none", "-parameters", "-classpath",
				System.getProperty("java.class.path"));
		try (var files = compiler.getStandardFileManager(null, null, null)) {
			if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromFiles(this.sources))
				.call()) {
				throw new IllegalStateException("The generated application does not compile");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this.directory;
	}

	@Override
	public void close() {
		try {
			FileSystemUtils.deleteRecursively(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
