package dev.triggerview.benchmarks;

import java.util.Collection;

/** The smallest, the middle and the largest of the values that the rounds gave. */
record Spread(double min, double median, double max) {

	static Spread of(Collection<Double> values) {
		double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		int middle = sorted.length / 2;
		double median = (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
		return new Spread(sorted[0], median, sorted[sorted.length - 1]);
	}

}
