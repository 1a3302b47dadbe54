package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;

import dev.triggerview.event.EntityListeners.Kind;

/** Rows of one kind that were written one after another. */
record WrittenRows(Kind kind, List<AfterRowChange<?>> rows) {

	WrittenRows(Kind kind) {
		this(kind, new ArrayList<>());
	}

	static WrittenRows of(Kind kind, AfterRowChange<?> row) {
		return new WrittenRows(kind, List.of(row));
	}

	/** Tell of each row, and say whether anybody heard. */
	boolean tell() {
		if (this.kind.isHeard()) {
			this.rows.forEach(this.kind::deliver);
		}
		return this.kind.isHeard();
	}

}
