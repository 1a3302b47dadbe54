package dev.triggerview.trigger;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The names that a statement gives to old and new rows and tables. */
final class ReferencingClause {

	private final List<SqlToken> tokens;

	private int position;

	ReferencingClause(String statement) {
		this.tokens = SqlToken.words(statement);
		while (this.position < this.tokens.size() && !this.tokens.get(this.position).isAnyOf("REFERENCING", "BEGIN")) {
			this.position++;
		}
	}

	TransitionNames names() {
		@Nullable String[] names = new @Nullable String[4];
		this.position++;
		while (at("OLD", "NEW")) {
			int index = at("OLD") ? 0 : 1;
			this.position++;
			index += at("TABLE") ? 2 : 0;
			this.position += at("TABLE", "ROW") ? 1 : 0;
			this.position += at("AS") ? 1 : 0;
			names[index] = this.tokens.get(this.position++).name();
		}
		return new TransitionNames(names[0], names[1], names[2], names[3]);
	}

	private boolean at(String... words) {
		return this.position < this.tokens.size() && this.tokens.get(this.position).isAnyOf(words);
	}

}
