/**
 * What the application is told about the rows that Hibernate writes, in the vocabulary of
 * triggers.
 */
@NullMarked
package dev.triggerview.event;

import org.jspecify.annotations.NullMarked;
