/** Entities whose collections hold what is hard to compare. */
package dev.triggerview.event.vault;
