/** What a class loader of a test loads, with classes that Hibernate enhances. */
package dev.triggerview.event.enhanced;
