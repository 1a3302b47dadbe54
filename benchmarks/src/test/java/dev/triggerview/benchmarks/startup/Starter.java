package dev.triggerview.benchmarks.startup;

/** What an application has and uses of the library. */
enum Starter {

	ABSENT("without the starter"), UNUSED("with the starter, nothing used"),

	USED("using views, triggers and events");

	private final String label;

	Starter(String label) {
		this.label = label;
	}

	String label() {
		return this.label;
	}

}
