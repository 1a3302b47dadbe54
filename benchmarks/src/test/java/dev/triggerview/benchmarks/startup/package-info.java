/**
 * How long an application takes to be ready, with and without the starter.
 */
@NullMarked
package dev.triggerview.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
