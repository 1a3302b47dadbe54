/** The endpoints, health and meters that show what a running application has. */
@NullMarked
package dev.triggerview.actuate;

import org.jspecify.annotations.NullMarked;
