package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.ResourceAccessor;
import liquibase.serializer.AbstractLiquibaseSerializable;
import org.jspecify.annotations.Nullable;

/** What a trigger does on some of the databases. */
public class TriggerVariant extends AbstractLiquibaseSerializable {

	static final Set<String> ATTRIBUTES = Set.of("dbms", "body", "path", "javaClass");

	private @Nullable String dbms;

	private @Nullable String body;

	private @Nullable String path;

	private @Nullable String javaClass;

	private List<String> loadErrors = List.of();

	/** Return the attribute {@code dbms}: the databases, separated by commas. */
	public @Nullable String getDbms() {
		return this.dbms;
	}

	/** Set the attribute {@code dbms}. */
	public void setDbms(@Nullable String dbms) {
		this.dbms = dbms;
	}

	/** Return the attribute {@code body}: the body or the complete statement. */
	public @Nullable String getBody() {
		return this.body;
	}

	/** Set the attribute {@code body}. */
	public void setBody(@Nullable String body) {
		this.body = body;
	}

	/** Return the attribute {@code path}: the file with the body. */
	public @Nullable String getPath() {
		return this.path;
	}

	/** Set the attribute {@code path}. */
	public void setPath(@Nullable String path) {
		this.path = path;
	}

	/** Return the attribute {@code javaClass}: the class to call. */
	public @Nullable String getJavaClass() {
		return this.javaClass;
	}

	/** Set the attribute {@code javaClass}. */
	public void setJavaClass(@Nullable String javaClass) {
		this.javaClass = javaClass;
	}

	@Override
	public String getSerializedObjectName() {
		return "variant";
	}

	@Override
	public String getSerializedObjectNamespace() {
		return TriggerViewNamespace.URI;
	}

	@Override
	public Set<String> getSerializableFields() {
		return ATTRIBUTES;
	}

	@Override
	public @Nullable Object getSerializableFieldValue(String field) {
		return switch (field) {
			case "dbms" -> this.dbms;
			case "body" -> this.body;
			case "path" -> this.path;
			case "javaClass" -> this.javaClass;
			default -> null;
		};
	}

	@Override
	public SerializationType getSerializableFieldType(String field) {
		return "body".equals(field) ? SerializationType.DIRECT_VALUE : SerializationType.NAMED_FIELD;
	}

	@Override
	public void load(ParsedNode node, ResourceAccessor resources) throws ParsedNodeException {
		this.loadErrors = new ArrayList<>(Attributes.unknown(node, "variant", ATTRIBUTES));
		if (node.getChildren(null, "dbms").size() > 1) {
			this.loadErrors.add("a variant has to have one dbms and one of body, path and javaClass; write '- variant:'"
					+ " before each in YAML");
			return;
		}
		this.dbms = Attributes.commaText(node, "dbms");
		this.loadErrors.addAll(Attributes.unknownDatabases("variants.dbms", this.dbms));
		this.path = Attributes.commaText(node, "path");
		this.javaClass = Attributes.commaText(node, "javaClass");
		this.body = Stream.of(Attributes.text(node), Attributes.commaText(node, "body"))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/** Read elements {@code variant}, directly below a node or below {@code variants}. */
	static List<TriggerVariant> all(ParsedNode node, ResourceAccessor resources) throws ParsedNodeException {
		List<ParsedNode> nodes = new ArrayList<>(node.getChildren(null, "variant"));
		for (ParsedNode list : node.getChildren(null, "variants")) {
			List<ParsedNode> named = list.getChildren(null, "variant");
			nodes.addAll(named.isEmpty() ? separated(list) : named);
		}
		List<TriggerVariant> variants = new ArrayList<>();
		for (ParsedNode each : nodes) {
			TriggerVariant variant = new TriggerVariant();
			variant.load(each, resources);
			variants.add(variant);
		}
		return variants;
	}

	/**
	 * Liquibase joins the entries of a list in YAML and JSON. Without a name, each is
	 * told by its two attributes.
	 */
	private static List<ParsedNode> separated(ParsedNode list) throws ParsedNodeException {
		List<ParsedNode> children = list.getChildren();
		if (children.stream().filter((child) -> child.getName().equalsIgnoreCase("dbms")).count() < 2) {
			return List.of(list);
		}
		List<ParsedNode> entries = new ArrayList<>();
		for (int i = 0; i < children.size(); i += 2) {
			ParsedNode entry = new ParsedNode(null, "variant");
			for (ParsedNode child : children.subList(i, Math.min(i + 2, children.size()))) {
				entry.addChild(child);
			}
			entries.add(entry);
		}
		return entries;
	}

	List<String> loadErrors() {
		return this.loadErrors;
	}

}
