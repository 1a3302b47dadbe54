/** What Hibernate has to know about views and triggers. */
@NullMarked
package dev.triggerview.hibernate;

import org.jspecify.annotations.NullMarked;
