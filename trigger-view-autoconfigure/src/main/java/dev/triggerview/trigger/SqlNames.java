package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.List;

import dev.triggerview.trigger.SqlToken.Kind;

/** The names that stand in SQL text. */
public final class SqlNames {

	private SqlNames() {
	}

	/**
	 * Return the names in their order, each as the parts that dots join, without quotes.
	 * Words of the language are among them, and literals: SQLite takes one for a name
	 * where only a name can stand ("Quoted identifiers" in its manual).
	 * @param sql any text
	 * @param backslashEscapes whether a backslash in a literal takes the meaning from the
	 * character after it, as in MariaDB
	 */
	public static List<List<String>> in(String sql, boolean backslashEscapes) {
		List<List<String>> names = new ArrayList<>();
		boolean joined = false;
		for (SqlToken token : SqlToken.words(sql, backslashEscapes ? SqlSyntax.MYSQL : SqlSyntax.STANDARD)) {
			if (token.kind() == Kind.SIGN) {
				joined = token.text().equals(".");
			}
			else {
				if (!joined || names.isEmpty()) {
					names.add(new ArrayList<>());
				}
				names.get(names.size() - 1).add(name(token));
				joined = false;
			}
		}
		return names;
	}

	private static String name(SqlToken token) {
		return (token.kind() == Kind.LITERAL) ? token.text().replace("'", "") : token.name();
	}

}
