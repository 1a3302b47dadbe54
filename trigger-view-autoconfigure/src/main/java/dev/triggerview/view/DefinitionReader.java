package dev.triggerview.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.triggerview.trigger.RelationName;
import org.jspecify.annotations.Nullable;

/**
 * Finds the relations that the definition of a view names. H2 and MariaDB keep it in a
 * canonical form, where every relation stands with its schema and in quotes. SQLite keeps
 * what the user wrote, so that a column of the same name as a table counts as well: a
 * query that then flushes once too often is better than one that reads old rows.
 */
final class DefinitionReader {

	/** Names in the text of databases where a backslash is a character like others. */
	static final Pattern STANDARD = pattern("'(?:[^']++|'')*+'");

	/** Names in the text of MariaDB, where a backslash escapes the next character. */
	static final Pattern BACKSLASH = pattern("'(?:[^'\\\\]++|''|\\\\.)*+'");

	private final Pattern tokens;

	private final Map<List<@Nullable String>, RelationName> known = new HashMap<>();

	DefinitionReader(Pattern tokens, List<CatalogRow> relations) {
		this.tokens = tokens;
		for (CatalogRow row : relations) {
			RelationName name = row.relation();
			if (name.schema() != null) {
				this.known.put(List.of(lower(name.schema()), lower(name.name())), name);
			}
			else {
				this.known.put(List.of(lower(name.name())), name);
				this.known.put(List.of("main", lower(name.name())), name);
			}
		}
	}

	/**
	 * Comments and literals, which are skipped; quoted names; words; the dot. What
	 * repeats is possessive: a long literal would overflow the stack otherwise.
	 */
	private static Pattern pattern(String literal) {
		return Pattern.compile("--[^\\n]*|/\\*.*?\\*/|(?<literal>" + literal
				+ ")|\"(?<double>(?:[^\"]++|\"\")*+)\"|`(?<back>(?:[^`]++|``)*+)`|\\[(?<square>[^\\]]*)\\]"
				+ "|(?<word>[\\p{L}\\p{N}_$]+)|(?<dot>\\.)|\\S", Pattern.DOTALL);
	}

	Set<RelationName> reads(CatalogRow view) {
		Set<RelationName> reads = new HashSet<>();
		for (List<String> chain : chains((view.definition() != null) ? view.definition() : "")) {
			RelationName relation = relation(chain);
			if (relation != null && !relation.equals(view.relation())) {
				reads.add(relation);
			}
		}
		return reads;
	}

	private @Nullable RelationName relation(List<String> chain) {
		RelationName relation = (chain.size() > 1) ? this.known.get(chain.subList(0, 2)) : null;
		return (relation != null) ? relation : this.known.get(chain.subList(0, 1));
	}

	/** Return the names in the text, those that dots join as one. */
	private List<List<String>> chains(String sql) {
		List<List<String>> chains = new ArrayList<>();
		Matcher token = this.tokens.matcher(sql);
		boolean joined = false;
		while (token.find()) {
			String name = name(token);
			if (name != null && joined && !chains.isEmpty()) {
				chains.get(chains.size() - 1).add(name);
			}
			else if (name != null) {
				chains.add(new ArrayList<>(List.of(name)));
			}
			joined = token.group("dot") != null;
		}
		return chains;
	}

	private static @Nullable String name(Matcher token) {
		for (String kind : List.of("word", "double", "back", "square")) {
			String text = token.group(kind);
			if (text != null) {
				return lower(text.replace("\"\"", "\"").replace("``", "`"));
			}
		}
		// SQLite, "Quoted identifiers": a literal where only a name can stand is a name.
		return (token.group("literal") != null) ? lower(token.group("literal").replace("'", "")) : null;
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
