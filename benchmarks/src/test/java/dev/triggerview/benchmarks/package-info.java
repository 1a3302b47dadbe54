/**
 * What the library costs, measured beside what a user would write without it.
 */
@NullMarked
package dev.triggerview.benchmarks;

import org.jspecify.annotations.NullMarked;
