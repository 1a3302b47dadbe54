/** Entities that the tests of the event bridge write. */
package dev.triggerview.event.bank;
