package dev.triggerview.liquibase;

import liquibase.parser.LiquibaseParser;
import liquibase.parser.NamespaceDetails;
import liquibase.serializer.LiquibaseSerializer;

/** The XML namespace of our changes and preconditions. */
public final class TriggerViewNamespace implements NamespaceDetails {

	/** The namespace, usually bound to the prefix {@code tv}. */
	public static final String URI = "http://www.triggerview.dev/xml/ns/trigger-view";

	private static final String SCHEMA = "http://www.triggerview.dev/xml/ns/trigger-view-latest.xsd";

	@Override
	public int getPriority() {
		return PRIORITY_EXTENSION;
	}

	@Override
	public boolean supports(LiquibaseSerializer serializer, String namespace) {
		return URI.equals(namespace);
	}

	@Override
	public boolean supports(LiquibaseParser parser, String namespace) {
		return URI.equals(namespace);
	}

	@Override
	public String getShortName(String namespace) {
		return "tv";
	}

	@Override
	public String getSchemaUrl(String namespace) {
		return SCHEMA;
	}

	@Override
	public String[] getNamespaces() {
		return new String[] { URI };
	}

}
