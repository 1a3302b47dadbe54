/**
 * The databases that tests and benchmarks run on, each started once and only when used.
 */
@NullMarked
package dev.triggerview.testing;

import org.jspecify.annotations.NullMarked;
