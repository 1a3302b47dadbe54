/**
 * What it costs to hear of each row that Hibernate writes.
 */
@NullMarked
package dev.triggerview.benchmarks.events;

import org.jspecify.annotations.NullMarked;
