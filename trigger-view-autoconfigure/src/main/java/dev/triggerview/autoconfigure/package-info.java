/** The auto-configurations, properties and failure analyzers; nothing else wires. */
@NullMarked
package dev.triggerview.autoconfigure;

import org.jspecify.annotations.NullMarked;
