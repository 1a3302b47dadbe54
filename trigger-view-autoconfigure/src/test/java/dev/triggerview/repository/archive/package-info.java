/** What a second persistence unit has. */
package dev.triggerview.repository.archive;
