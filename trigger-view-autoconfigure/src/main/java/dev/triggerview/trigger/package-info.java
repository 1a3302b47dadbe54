/**
 * Triggers as a database has them and as a changelog declares them, and the SQL of nine
 * databases for both.
 */
@NullMarked
package dev.triggerview.trigger;

import org.jspecify.annotations.NullMarked;
