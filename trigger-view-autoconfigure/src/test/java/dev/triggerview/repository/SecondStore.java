package dev.triggerview.repository;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Objects;

/** Another Spring Data module, as far as Spring Data notices one. */
final class SecondStore {

	private SecondStore() {
	}

	static ClassLoader onClassPath() {
		ClassLoader tests = SecondStore.class.getClassLoader();
		URL directory = Objects.requireNonNull(tests.getResource("second-store/"));
		return new URLClassLoader(new URL[] { directory }, tests);
	}

}
