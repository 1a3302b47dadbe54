/** The rules of the house, and the proof that each of them can fail. */
@NullMarked
package dev.triggerview.architecture;

import org.jspecify.annotations.NullMarked;
