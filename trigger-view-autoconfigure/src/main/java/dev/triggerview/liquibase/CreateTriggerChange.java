package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.ScriptedTriggers;
import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerFeature;
import dev.triggerview.trigger.TriggerProblem;
import liquibase.Scope;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.change.DbmsTargetedChange;
import liquibase.change.ReplaceIfExists;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.ResourceAccessor;
import liquibase.serializer.LiquibaseSerializable.SerializationType;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Creates a trigger: from attributes and a body, with bodies for single databases as
 * {@code variants}, or from a complete statement. Rolling back drops it, or brings back
 * the trigger that it replaced.
 */
@DatabaseChange(name = "createTrigger", description = "Creates a trigger", priority = 0)
public class CreateTriggerChange extends StructuredTriggerChange implements DbmsTargetedChange, ReplaceIfExists {

	private @Nullable String body;

	private @Nullable String path;

	private @Nullable Boolean relativeToChangelogFile;

	private @Nullable String encoding;

	private @Nullable String dbms;

	private @Nullable Boolean replaceIfExists;

	private @Nullable String comment;

	private @Nullable String onUnsupported;

	private List<TriggerVariant> variants = new ArrayList<>();

	/** Return the attribute {@code body}. */
	@DatabaseChangeProperty(description = "Body of the trigger, or its complete CREATE statement",
			requiredForDatabase = "none", serializationType = SerializationType.DIRECT_VALUE)
	public @Nullable String getBody() {
		return this.body;
	}

	/** Set the attribute {@code body}. */
	public void setBody(@Nullable String body) {
		this.body = body;
	}

	/** Return the attribute {@code path}. */
	@DatabaseChangeProperty(description = "File with the body", requiredForDatabase = "none")
	public @Nullable String getPath() {
		return this.path;
	}

	/** Set the attribute {@code path}. */
	public void setPath(@Nullable String path) {
		this.path = path;
	}

	/** Return the attribute {@code relativeToChangelogFile}. */
	@DatabaseChangeProperty(description = "Whether the path starts at the changelog", requiredForDatabase = "none")
	public @Nullable Boolean getRelativeToChangelogFile() {
		return this.relativeToChangelogFile;
	}

	/** Set the attribute {@code relativeToChangelogFile}. */
	public void setRelativeToChangelogFile(@Nullable Boolean relativeToChangelogFile) {
		this.relativeToChangelogFile = relativeToChangelogFile;
	}

	/** Return the attribute {@code encoding}. */
	@DatabaseChangeProperty(description = "Encoding of the file", requiredForDatabase = "none")
	public @Nullable String getEncoding() {
		return this.encoding;
	}

	/** Set the attribute {@code encoding}. */
	public void setEncoding(@Nullable String encoding) {
		this.encoding = encoding;
	}

	/** Return the attribute {@code dbms}. */
	@DatabaseChangeProperty(description = "Databases that the change is for", requiredForDatabase = "none")
	@Override
	public @Nullable String getDbms() {
		return this.dbms;
	}

	/** Set the attribute {@code dbms}. */
	@Override
	public void setDbms(@Nullable String dbms) {
		this.dbms = dbms;
	}

	/** Return the attribute {@code replaceIfExists}. */
	@DatabaseChangeProperty(description = "Whether a trigger of the name is replaced", requiredForDatabase = "none")
	public @Nullable Boolean getReplaceIfExists() {
		return this.replaceIfExists;
	}

	/** Set the attribute {@code replaceIfExists}. */
	@Override
	public void setReplaceIfExists(@Nullable Boolean replaceIfExists) {
		this.replaceIfExists = replaceIfExists;
	}

	/** Return the attribute {@code comment}. */
	@DatabaseChangeProperty(description = "Comment for readers of the changelog", requiredForDatabase = "none")
	public @Nullable String getComment() {
		return this.comment;
	}

	/** Set the attribute {@code comment}. */
	public void setComment(@Nullable String comment) {
		this.comment = comment;
	}

	/** Return the attribute {@code onUnsupported}. */
	@DatabaseChangeProperty(
			description = "What happens on a database that cannot express the trigger: FAIL (default) or SKIP",
			requiredForDatabase = "none")
	public @Nullable String getOnUnsupported() {
		return this.onUnsupported;
	}

	/** Set the attribute {@code onUnsupported}. */
	public void setOnUnsupported(@Nullable String onUnsupported) {
		this.onUnsupported = onUnsupported;
	}

	/** Return the bodies for single databases; one that fits goes before the body. */
	@DatabaseChangeProperty(description = "Bodies for single databases", requiredForDatabase = "none",
			serializationType = SerializationType.NESTED_OBJECT)
	public List<TriggerVariant> getVariants() {
		return this.variants;
	}

	/** Set the bodies for single databases. */
	public void setVariants(List<TriggerVariant> variants) {
		this.variants = variants;
	}

	@Override
	Set<String> aliases() {
		return Set.of("triggerBody", "procedureText", "variant");
	}

	@Override
	protected void customLoadLogic(ParsedNode node, ResourceAccessor resources) throws ParsedNodeException {
		super.customLoadLogic(node, resources);
		setEvents(Attributes.commaText(node, "events"));
		setUpdateColumns(Attributes.commaText(node, "updateColumns"));
		setFunctionArguments(Attributes.commaText(node, "functionArguments"));
		List<String> bodies = Stream
			.of(Attributes.text(node), Attributes.commaText(node, "body"), Attributes.commaText(node, "triggerBody"),
					Attributes.commaText(node, "procedureText"))
			.filter((text) -> text != null && !text.isBlank())
			.map(String::valueOf)
			.toList();
		if (bodies.size() > 1) {
			addLoadError("createTrigger of " + getTriggerName() + " has more than one body; keep one of them");
		}
		setBody(bodies.isEmpty() ? null : bodies.get(0));
		setVariants(TriggerVariant.all(node, resources));
	}

	@Override
	String checksumText(String property, Object value) {
		return switch (property) {
			case "body", "when" -> ChecksumText.of(value.toString());
			case "events", "updateColumns", "functionArguments" -> CommaList.canonical(value.toString());
			default -> value.toString();
		};
	}

	@Override
	Optional<RelationName> table(Database database) {
		return new DeclaredTrigger(this, database).tableOfStatement().or(() -> super.table(database));
	}

	@Override
	Map<String, String> checksumParts() {
		Map<String, String> parts = new TreeMap<>();
		if (getPath() != null) {
			parts.put("body", fileText(getPath()));
		}
		for (TriggerVariant variant : getVariants()) {
			String text = (variant.getPath() != null) ? fileText(variant.getPath())
					: ChecksumText.of(String.valueOf(variant.getBody()));
			parts.merge("variant " + variant.getDbms(), variant.getJavaClass() + " " + text, String::concat);
		}
		return parts;
	}

	BodyFile bodyFile(String file) {
		return new BodyFile(getChangeSet(), file, getRelativeToChangelogFile(), getEncoding(),
				"trigger " + getTriggerName());
	}

	/** A file that is missing is reported by validation. */
	private String fileText(String file) {
		try {
			return ChecksumText.of(bodyFile(file).text());
		}
		catch (IllegalArgumentException ex) {
			return file;
		}
	}

	@Override
	void check(Database database, ValidationErrors errors) {
		try {
			TriggerDialect dialect = TriggerDialect.of(database.getShortName());
			TriggerDefinition definition = definition(database);
			List<TriggerProblem> problems = skips() ? List.of() : dialect.problems(definition);
			problems.forEach((problem) -> errors.addError(problem.toString()));
			dialect.caveats(definition).forEach((caveat) -> errors.addWarning(caveat.toString()));
		}
		catch (IllegalArgumentException ex) {
			errors.addError(String.valueOf(ex.getMessage()));
		}
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		if (getTriggerName() == null || excludes(database) || skipped(database)) {
			return new SqlStatement[0];
		}
		TriggerDialect dialect = TriggerDialect.of(database.getShortName());
		TriggerDefinition definition = definition(database);
		if (isRunning(database)) {
			return explained(dialect, database,
					replaces(dialect, definition)
							? new TriggerReplacement(this, database).statements(dialect, definition)
							: new TriggerCreation(this, database).statements(dialect, definition));
		}
		return explained(dialect, database, new ScriptedCreation(this, database).statements(dialect, definition));
	}

	private boolean skips() {
		return getOnUnsupported() != null && Attributes.word("onUnsupported", getOnUnsupported(), OnUnsupported::parse,
				OnUnsupported.class) == OnUnsupported.SKIP;
	}

	private List<TriggerProblem> unsupported(Database database) {
		return skips() ? TriggerDialect.of(database.getShortName()).problems(definition(database)) : List.of();
	}

	private boolean skipped(Database database) {
		List<TriggerProblem> unsupported = unsupported(database);
		unsupported.forEach((problem) -> Scope.getCurrentScope()
			.getLog(CreateTriggerChange.class)
			.warning("Skipped a trigger that is not supported: " + problem));
		return !unsupported.isEmpty();
	}

	boolean replaces() {
		return Boolean.TRUE.equals(getReplaceIfExists());
	}

	/** A trigger may need a look at others, or our store, to be created. */
	private boolean replaces(TriggerDialect dialect, TriggerDefinition definition) {
		return replaces() || dialect.needsConnection(definition);
	}

	@Override
	Set<String> touched(Database database) {
		return excludes(database) ? Set.of()
				: definitionIfPossible(database).map(new DeclaredBefore(this, database)::names).orElse(Set.of());
	}

	@Override
	boolean isScriptable(Database database) {
		return excludes(database) || !replaces(TriggerDialect.of(database.getShortName()), definition(database));
	}

	@Override
	ScriptedTriggers made(ScriptedTriggers before, Database database) {
		return (excludes(database) || !unsupported(database).isEmpty()) ? before
				: new ScriptedCreation(this, database).made(before);
	}

	/** What is only created needs no look at the database. */
	@Override
	public boolean generateStatementsVolatile(Database database) {
		boolean looks = replaces() || getFollows() != null || getPrecedes() != null || getEnabled() != null
				|| getDisabled() != null;
		return looks && super.generateStatementsVolatile(database);
	}

	@Override
	public boolean generateRollbackStatementsVolatile(Database database) {
		return generateStatementsVolatile(database);
	}

	/** Liquibase undoes a change for databases that it has not run it on. */
	@Override
	public SqlStatement[] generateRollbackStatements(Database database) {
		if (excludes(database) || skipped(database)) {
			return new SqlStatement[0];
		}
		TriggerDialect dialect = TriggerDialect.of(database.getShortName());
		TriggerDefinition definition = definition(database);
		if (replaces(dialect, definition) && isRunning(database)) {
			return new TriggerReplacement(this, database).rollBack(definition);
		}
		return new ScriptedCreation(this, database).rollBack(dialect, definition);
	}

	@Override
	public String getConfirmationMessage() {
		return "Trigger " + getTriggerName() + " created";
	}

	/** Return the definition, empty if the attributes are wrong. */
	Optional<TriggerDefinition> definitionIfPossible(Database database) {
		try {
			return Optional.of(definition(database));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private TriggerDefinition definition(Database database) {
		return new DeclaredTrigger(this, database).definition();
	}

}
