/**
 * How fast the rows of a view are read, how much memory a stream of them takes, and what
 * many views cost at start-up.
 */
@NullMarked
package dev.triggerview.benchmarks.views;

import org.jspecify.annotations.NullMarked;
