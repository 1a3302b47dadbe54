/**
 * What it takes to migrate many triggers and to read them from the catalog.
 */
@NullMarked
package dev.triggerview.benchmarks.migrations;

import org.jspecify.annotations.NullMarked;
