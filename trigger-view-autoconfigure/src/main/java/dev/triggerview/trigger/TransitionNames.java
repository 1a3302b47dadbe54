package dev.triggerview.trigger;

import org.jspecify.annotations.Nullable;

/**
 * The names under which the body sees the old and new rows; ISO/IEC 9075-2,
 * {@code REFERENCING}. {@code null} means the name that the database gives by itself.
 *
 * @param oldRow the row before the write
 * @param newRow the row after the write
 * @param oldTable all rows of the statement before the write
 * @param newTable all rows of the statement after the write
 */
public record TransitionNames(@Nullable String oldRow, @Nullable String newRow, @Nullable String oldTable,
		@Nullable String newTable) {

	/** The names that the database gives by itself. */
	public static final TransitionNames DEFAULT = new TransitionNames(null, null, null, null);

	boolean renameRows() {
		return isOther(this.oldRow, "OLD") || isOther(this.newRow, "NEW");
	}

	boolean nameTables() {
		return this.oldTable != null || this.newTable != null;
	}

	private static boolean isOther(@Nullable String name, String standard) {
		return name != null && !name.equalsIgnoreCase(standard);
	}

}
