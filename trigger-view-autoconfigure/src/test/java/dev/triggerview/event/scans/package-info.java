/** Entities with large objects, which not every JDBC driver knows. */
package dev.triggerview.event.scans;
