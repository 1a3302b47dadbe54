package dev.triggerview.liquibase;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code as it enters a checksum: white space counts only where it can have a meaning,
 * which is inside literals, quoted names and comments. The same text must give the same
 * result in every release, on every database; therefore this class stands alone, and code
 * that databases read differently (with backslashes, {@code #} or {@code //}) is taken as
 * it is.
 */
final class ChecksumText {

	private static final Pattern AMBIGUOUS = Pattern.compile("\\\\|//|(?<![\\w$@#])#|/\\*(?:(?!\\*/).)*/\\*",
			Pattern.DOTALL);

	private static final Pattern TOKEN = Pattern.compile("(?<blank>\\s++)|(?<comment>--[^\\n]*+\\n?|/\\*.*?(?:\\*/|$))"
			+ "|(?<word>'[^']*+'?|\"[^\"]*+\"?|`[^`]*+`?|\\[[^]]*+]?|(?<tag>\\$\\w*+\\$).*?(?:\\k<tag>|$)|[\\w$@#]++|[^\\x00-\\x7F]++)"
			+ "|(?<mark>[(),;])|(?<sign>.)", Pattern.DOTALL);

	// The numbers of these groups: to look one up by its name takes longer than to match.
	private static final int BLANK = 1;

	private static final int WORD = 3;

	private static final int SIGN = 6;

	private ChecksumText() {
	}

	static String of(String text) {
		String lines = text.replace("\r\n", "\n").strip();
		return isAmbiguous(lines) ? lines : withoutNeedlessBlanks(lines);
	}

	/** Most code has none of the signs, which is found sooner than by the pattern. */
	private static boolean isAmbiguous(String text) {
		boolean possible = text.indexOf('\\') >= 0 || text.indexOf('/') >= 0 || text.indexOf('#') >= 0;
		return possible && AMBIGUOUS.matcher(text).find();
	}

	private static String withoutNeedlessBlanks(String text) {
		StringBuilder result = new StringBuilder(text.length());
		Matcher matcher = TOKEN.matcher(text);
		int previous = BLANK;
		boolean blank = false;
		while (matcher.find()) {
			int kind = kind(matcher);
			if (kind == BLANK) {
				blank = true;
				continue;
			}
			boolean keepsApart = kind == previous && (kind == WORD || kind == SIGN);
			result.append((blank && keepsApart) ? " " : "").append(text, matcher.start(), matcher.end());
			previous = kind;
			blank = false;
		}
		return result.toString();
	}

	/** The number of the group that has matched. */
	private static int kind(Matcher matcher) {
		int group = BLANK;
		while (matcher.start(group) < 0) {
			group++;
		}
		return group;
	}

}
