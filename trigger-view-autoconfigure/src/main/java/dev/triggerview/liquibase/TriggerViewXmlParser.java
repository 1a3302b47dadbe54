package dev.triggerview.liquibase;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.triggerview.view.NearNames;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.changelog.ChangeLogParameters;
import liquibase.exception.ChangeLogParseException;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.xml.XMLChangeLogSAXParser;
import liquibase.resource.ResourceAccessor;

/**
 * Liquibase's parser of XML, whose complaint about an attribute of ours is completed with
 * the nearest one. YAML and JSON know no schema, so that the changes complain themselves.
 */
public final class TriggerViewXmlParser extends XMLChangeLogSAXParser {

	/** XML Schema 1.0, cvc-complex-type 3.2.2: attribute and element in any language. */
	private static final Pattern UNKNOWN_ATTRIBUTE = Pattern
		.compile("cvc-complex-type\\.3\\.2\\.2: .*?'([\\w:.-]+)'.*?'\\w+:(\\w+)'");

	@Override
	public int getPriority() {
		return PRIORITY_DEFAULT + 1;
	}

	@Override
	protected ParsedNode parseToNode(String location, ChangeLogParameters parameters, ResourceAccessor resources)
			throws ChangeLogParseException {
		try {
			return super.parseToNode(location, parameters, resources);
		}
		catch (ChangeLogParseException ex) {
			String hint = hint(String.valueOf(ex.getMessage()));
			if (hint.isEmpty()) {
				throw ex;
			}
			throw new ChangeLogParseException(ex.getMessage() + " " + hint, ex);
		}
	}

	private static String hint(String message) {
		Matcher matcher = UNKNOWN_ATTRIBUTE.matcher(message);
		return matcher.find() ? nearest(matcher.group(1), known(matcher.group(2))) : "";
	}

	private static Set<String> known(String element) {
		if (element.equals("variant")) {
			return TriggerVariant.ATTRIBUTES;
		}
		Change change = Scope.getCurrentScope().getSingleton(ChangeFactory.class).create(element);
		return (change instanceof TriggerChange trigger) ? trigger.attributes() : Set.of();
	}

	private static String nearest(String wrong, Set<String> known) {
		List<String> names = NearNames.of(wrong, known);
		return names.isEmpty() ? "" : "Did you mean '" + String.join("' or '", names) + "'?";
	}

}
