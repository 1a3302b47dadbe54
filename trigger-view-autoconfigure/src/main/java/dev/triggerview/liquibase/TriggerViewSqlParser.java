package dev.triggerview.liquibase;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.exception.ChangeLogParseException;
import liquibase.parser.core.formattedsql.FormattedSqlChangeLogParser;
import liquibase.precondition.core.PreconditionContainer;
import org.jspecify.annotations.Nullable;

/**
 * Reads formatted SQL with our preconditions, such as
 * {@code --precondition-trigger-exists trigger:touch table:account}. Everything else is
 * left to Liquibase.
 */
public final class TriggerViewSqlParser extends FormattedSqlChangeLogParser {

	private static final Pattern WORD = Pattern.compile("([a-zA-Z]+):(?:\"([^\"]*)\"|'([^']*)'|(\\S+))\\s*");

	@Override
	public int getPriority() {
		return super.getPriority() + 1;
	}

	@Override
	protected void handlePreconditionCase(ChangeLogParameters parameters, ChangeSet changeSet, Matcher matcher)
			throws ChangeLogParseException {
		CatalogPrecondition precondition = precondition(matcher.group(1).strip(), changeSet,
				parameters.expandExpressions(matcher.group(2).strip(), changeSet.getChangeLog()));
		if (precondition == null) {
			super.handlePreconditionCase(parameters, changeSet, matcher);
			return;
		}
		if (changeSet.getPreconditions() == null) {
			changeSet.setPreconditions(new PreconditionContainer());
		}
		changeSet.getPreconditions().addNestedPrecondition(precondition);
	}

	private static @Nullable CatalogPrecondition precondition(String name, ChangeSet changeSet, String text)
			throws ChangeLogParseException {
		return switch (name) {
			case "trigger-exists" -> trigger(new TriggerExistsPrecondition(), words(name, changeSet, text));
			case "trigger-enabled" -> trigger(new TriggerEnabledPrecondition(), words(name, changeSet, text));
			case "function-exists" -> function(words(name, changeSet, text));
			default -> null;
		};
	}

	private static CatalogPrecondition trigger(TriggerExistsPrecondition precondition, Map<String, String> words) {
		precondition.setTriggerName(words.get("trigger"));
		precondition.setTableName(words.get("table"));
		precondition.setSchemaName(words.get("schema"));
		return precondition;
	}

	private static CatalogPrecondition function(Map<String, String> words) {
		FunctionExistsPrecondition precondition = new FunctionExistsPrecondition();
		precondition.setFunctionName(words.get("function"));
		precondition.setFunctionArguments(words.get("arguments"));
		precondition.setSchemaName(words.get("schema"));
		return precondition;
	}

	private static Map<String, String> words(String name, ChangeSet changeSet, String text)
			throws ChangeLogParseException {
		Map<String, String> known = name.startsWith("trigger") ? Map.of("trigger", "", "table", "", "schema", "")
				: Map.of("function", "", "arguments", "", "schema", "");
		Map<String, String> words = new HashMap<>();
		Matcher matcher = WORD.matcher(text);
		int end = 0;
		while (matcher.lookingAt() && known.containsKey(matcher.group(1))) {
			words.put(matcher.group(1), firstGroup(matcher));
			end = matcher.end();
			matcher.region(end, text.length());
		}
		String required = name.substring(0, name.indexOf('-'));
		if (end < text.length() || !words.containsKey(required)) {
			throw new ChangeLogParseException("Change set " + changeSet.getId() + ": '" + text
					+ "' is not understood after --precondition-" + name + "; it needs " + required + ":NAME and takes "
					+ String.join(", ", known.keySet().stream().sorted().toList()));
		}
		return words;
	}

	private static String firstGroup(Matcher matcher) {
		for (int group = 2; group <= 4; group++) {
			if (matcher.group(group) != null) {
				return matcher.group(group);
			}
		}
		return "";
	}

}
