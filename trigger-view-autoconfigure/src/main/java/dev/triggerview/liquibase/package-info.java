/**
 * The Liquibase change types, preconditions and snapshot objects; usable without Spring.
 */
@NullMarked
package dev.triggerview.liquibase;

import org.jspecify.annotations.NullMarked;
