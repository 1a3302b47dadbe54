/** The entities, records and repositories of the tests. */
package dev.triggerview.repository.shop;
