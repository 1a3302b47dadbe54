package dev.triggerview.trigger;

import java.util.List;

/**
 * A complete {@code CREATE TRIGGER} statement whose header can be changed; what follows
 * the header stays as it is, byte for byte.
 *
 * @param sql the statement
 */
record CreateStatement(String sql) {

	/** Make it replace the trigger, unless it does already. */
	CreateStatement orReplace(String words) {
		List<SqlToken> tokens = tokens();
		int create = find(tokens, 0, "CREATE");
		return tokens.get(create + 1).isAnyOf("OR") ? this : insert(tokens.get(create).end(), " " + words);
	}

	/** Give it another name, in the schema it names. */
	CreateStatement named(String quotedName) {
		return nameAfter(beforeName(tokens()), quotedName);
	}

	/** Let it name no database for trigger and table (MySQL, MariaDB). */
	CreateStatement unqualified() {
		CreateStatement table = unqualified(find(tokens(), 0, "ON"));
		return table.unqualified(beforeName(table.tokens()));
	}

	/** Let it name a schema for trigger and table. */
	CreateStatement qualified(String qualifier) {
		CreateStatement table = unqualified().qualifiedTable(qualifier);
		List<SqlToken> tokens = table.tokens();
		return table.insert(tokens.get(beforeName(tokens) + 1).start(), qualifier);
	}

	/** Let it name a schema for the table, where it names none. */
	CreateStatement qualifiedTable(String qualifier) {
		List<SqlToken> tokens = tokens();
		int on = find(tokens, 0, "ON");
		boolean nested = tokens.get(on + 1).isAnyOf("NESTED") && tokens.get(on + 2).isAnyOf("TABLE");
		return insert(tokens.get((nested ? find(tokens, on, "OF") : on) + 1).start(), qualifier);
	}

	private CreateStatement unqualified(int before) {
		List<SqlToken> tokens = tokens();
		boolean qualified = tokens.get(before + 2).isAnyOf(".");
		return qualified ? new CreateStatement(this.sql.substring(0, tokens.get(before + 1).start())
				+ this.sql.substring(tokens.get(before + 3).start())) : this;
	}

	private int beforeName(List<SqlToken> tokens) {
		int trigger = find(tokens, 0, "TRIGGER");
		return tokens.get(trigger + 1).isAnyOf("IF") ? find(tokens, trigger, "EXISTS") : trigger;
	}

	/** Let it be on another table of the same schema. */
	CreateStatement on(String quotedTable) {
		return nameAfter(find(tokens(), 0, "ON"), quotedTable);
	}

	/** Let it call another function of the same schema (PostgreSQL). */
	CreateStatement calling(String quotedFunction) {
		return nameAfter(find(tokens(), 0, "EXECUTE") + 1, quotedFunction);
	}

	/** Let a statement on a function have another one of the same schema. */
	CreateStatement function(String quotedFunction) {
		return nameAfter(find(tokens(), 0, "FUNCTION"), quotedFunction);
	}

	/**
	 * Put a clause behind {@code FOR EACH ROW}, unless one with its first word is there.
	 */
	CreateStatement afterLevel(String clause, String... sameClauses) {
		List<SqlToken> tokens = tokens();
		int level = find(tokens, 0, "EACH") + 1;
		return tokens.get(level + 1).isAnyOf(sameClauses) ? this : insert(tokens.get(level).end(), " " + clause);
	}

	/** Put it behind another trigger, unless it says which one itself (HSQLDB). */
	CreateStatement behind(String quotedTrigger) {
		List<SqlToken> tokens = tokens();
		int table = find(tokens, 0, "ON") + 1;
		SqlToken next = tokens.get(find(tokens, table, "BEFORE", "REFERENCING", "FOR", "WHEN", "BEGIN"));
		return next.isAnyOf("BEFORE") ? this : insert(next.start(), "BEFORE " + quotedTrigger + " ");
	}

	/** Let it run only under a further condition. */
	CreateStatement guarded(String condition) {
		List<SqlToken> tokens = tokens();
		int level = find(tokens, 0, "EACH") + 1;
		SqlToken next = tokens.get(level + 1);
		return next.isAnyOf("WHEN") ? insert(tokens.get(level + 2).end(), condition + " AND ")
				: insert(tokens.get(level).end(), " WHEN (" + condition + ")");
	}

	/** Replace the last part of the name behind a token. */
	private CreateStatement nameAfter(int before, String quotedName) {
		List<SqlToken> tokens = tokens();
		int name = before + 1;
		while (tokens.get(name + 1).isAnyOf(".")) {
			name += 2;
		}
		SqlToken old = tokens.get(name);
		return new CreateStatement(this.sql.substring(0, old.start()) + quotedName + this.sql.substring(old.end()));
	}

	private CreateStatement insert(int position, String text) {
		return new CreateStatement(this.sql.substring(0, position) + text + this.sql.substring(position));
	}

	private List<SqlToken> tokens() {
		return SqlToken.words(this.sql);
	}

	private int find(List<SqlToken> tokens, int from, String... words) {
		for (int i = from; i < tokens.size(); i++) {
			if (tokens.get(i).isAnyOf(words)) {
				return i;
			}
		}
		throw new IllegalArgumentException("The statement has no " + words[0] + ": " + this.sql);
	}

}
