/**
 * Views as a database has them: kind, columns, definition and the relations they read.
 */
@NullMarked
package dev.triggerview.view;

import org.jspecify.annotations.NullMarked;
