/** Read-only Spring Data repositories of views. */
@NullMarked
package dev.triggerview.repository;

import org.jspecify.annotations.NullMarked;
