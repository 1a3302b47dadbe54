package dev.triggerview.liquibase;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.triggerview.trigger.Function;
import dev.triggerview.trigger.FunctionDefinition;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerStep;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.change.DbmsTargetedChange;
import liquibase.change.ReplaceIfExists;
import liquibase.database.Database;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.ResourceAccessor;
import liquibase.serializer.LiquibaseSerializable.SerializationType;
import liquibase.statement.SqlStatement;
import liquibase.util.StringUtil;
import org.jspecify.annotations.Nullable;

/**
 * Creates a function: from attributes and a body, or from a complete statement. Rolling
 * back drops it, or restores the one that it replaced.
 */
@DatabaseChange(name = "createFunction", description = "Creates a function", priority = 0)
public class CreateFunctionChange extends FunctionChange implements DbmsTargetedChange, ReplaceIfExists {

	private @Nullable String functionBody;

	private @Nullable String returns;

	private @Nullable String language;

	private @Nullable Boolean securityDefiner;

	private @Nullable String searchPath;

	private @Nullable String path;

	private @Nullable Boolean relativeToChangelogFile;

	private @Nullable String encoding;

	private @Nullable String dbms;

	private @Nullable Boolean replaceIfExists;

	private @Nullable String remarks;

	private @Nullable String comment;

	/** Return the attribute {@code functionBody}. */
	@DatabaseChangeProperty(description = "Body of the function, or its complete CREATE statement",
			requiredForDatabase = "none", serializationType = SerializationType.DIRECT_VALUE)
	public @Nullable String getFunctionBody() {
		return this.functionBody;
	}

	/** Set the attribute {@code functionBody}. */
	public void setFunctionBody(@Nullable String functionBody) {
		this.functionBody = functionBody;
	}

	/** Return the attribute {@code returns}. */
	@DatabaseChangeProperty(description = "Type that the function returns", requiredForDatabase = "none")
	public @Nullable String getReturns() {
		return this.returns;
	}

	/** Set the attribute {@code returns}. */
	public void setReturns(@Nullable String returns) {
		this.returns = returns;
	}

	/** Return the attribute {@code language}. */
	@DatabaseChangeProperty(description = "Language of the body", requiredForDatabase = "none")
	public @Nullable String getLanguage() {
		return this.language;
	}

	/** Set the attribute {@code language}. */
	public void setLanguage(@Nullable String language) {
		this.language = language;
	}

	/** Return the attribute {@code securityDefiner}. */
	@DatabaseChangeProperty(description = "Whether it runs with the rights of its owner", requiredForDatabase = "none")
	public @Nullable Boolean getSecurityDefiner() {
		return this.securityDefiner;
	}

	/** Set the attribute {@code securityDefiner}. */
	public void setSecurityDefiner(@Nullable Boolean securityDefiner) {
		this.securityDefiner = securityDefiner;
	}

	/** Return the attribute {@code searchPath}. */
	@DatabaseChangeProperty(description = "Search path that it runs with", requiredForDatabase = "none")
	public @Nullable String getSearchPath() {
		return this.searchPath;
	}

	/** Set the attribute {@code searchPath}. */
	public void setSearchPath(@Nullable String searchPath) {
		this.searchPath = searchPath;
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
	@DatabaseChangeProperty(description = "Whether a function of the name and arguments is replaced",
			requiredForDatabase = "none")
	public @Nullable Boolean getReplaceIfExists() {
		return this.replaceIfExists;
	}

	/** Set the attribute {@code replaceIfExists}. */
	@Override
	public void setReplaceIfExists(@Nullable Boolean replaceIfExists) {
		this.replaceIfExists = replaceIfExists;
	}

	/** Return the attribute {@code remarks}. */
	@DatabaseChangeProperty(description = "Comment that the catalog keeps", requiredForDatabase = "none")
	public @Nullable String getRemarks() {
		return this.remarks;
	}

	/** Set the attribute {@code remarks}. */
	public void setRemarks(@Nullable String remarks) {
		this.remarks = remarks;
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

	@Override
	Set<String> aliases() {
		return Set.of("procedureText", "functionText");
	}

	@Override
	protected void customLoadLogic(ParsedNode node, ResourceAccessor resources) throws ParsedNodeException {
		super.customLoadLogic(node, resources);
		List<String> bodies = Stream
			.of(Attributes.text(node), Attributes.commaText(node, "functionBody"),
					Attributes.commaText(node, "functionText"), Attributes.commaText(node, "procedureText"))
			.filter((text) -> text != null && !text.isBlank())
			.map(String::valueOf)
			.toList();
		if (bodies.size() > 1) {
			addLoadError("createFunction of " + getFunctionName() + " has more than one body; keep one of them");
		}
		setFunctionBody(bodies.isEmpty() ? null : bodies.get(0));
	}

	@Override
	List<String> problems(Database database) {
		try {
			return dialect(database).problems(definition(database));
		}
		catch (IllegalArgumentException ex) {
			return List.of(String.valueOf(ex.getMessage()));
		}
	}

	/** A file that is missing is reported by validation. */
	@Override
	Optional<String> checksumBody() {
		try {
			return Optional.ofNullable(this.path).map((file) -> bodyFile(file).text());
		}
		catch (IllegalArgumentException ex) {
			return Optional.of(String.valueOf(this.path));
		}
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		if (getFunctionName() == null) {
			return new SqlStatement[0];
		}
		return explained(dialect(database).triggers(), database, statements(database, definition(database)));
	}

	private SqlStatement[] statements(Database database, FunctionDefinition definition) {
		if (!replaces() || !isConnected(database)) {
			return TriggerStatements.of(dialect(database).triggers(), dialect(database).create(definition, replaces()));
		}
		if (!isRunning(database)) {
			return new ScriptedFunction(this, database).create(definition);
		}
		RunningFunction running = new RunningFunction(this, database);
		return running.create(running.find(dialect(database).signature(definition))
			.stream()
			.findFirst()
			.map((present) -> dialect(database).replacement(present, definition))
			.orElseGet(() -> TriggerStep.of(dialect(database).create(definition, false))));
	}

	private boolean replaces() {
		return Boolean.TRUE.equals(this.replaceIfExists);
	}

	/** A function that is only created is created without a look at the database. */
	@Override
	public boolean generateStatementsVolatile(Database database) {
		return replaces() && super.generateStatementsVolatile(database);
	}

	/** Liquibase undoes a change for databases that it has not run it on. */
	@Override
	public SqlStatement[] generateRollbackStatements(Database database) {
		if (excludes(database)) {
			return new SqlStatement[0];
		}
		FunctionDefinition definition = definition(database);
		if (!isRunning(database)) {
			return scriptBack(database, dialect(database).signature(definition)).orElseGet(
					() -> TriggerStatements.of(dialect(database).triggers(), dialect(database).drop(definition)));
		}
		RunningFunction running = new RunningFunction(this, database);
		Optional<List<Function>> former = running.former();
		if (former.isPresent()) {
			return running.rollBackCreation(former.get(), dialect(database).signature(definition));
		}
		return TriggerStatements.of(dialect(database).triggers(),
				running.find(dialect(database).signature(definition))
					.stream()
					.findFirst()
					.map((created) -> dialect(database).drop(created))
					.orElseGet(() -> dialect(database).drop(definition)));
	}

	@Override
	Optional<FunctionDefinition> created(Database database) {
		return Optional.of(definition(database));
	}

	/** One that is only created finds nothing to keep. */
	@Override
	boolean isKeptByScript(Database database) {
		return replaces() && !excludes(database) && super.isKeptByScript(database);
	}

	@Override
	public String getConfirmationMessage() {
		return "Function " + getFunctionName() + " created";
	}

	/** A complete statement tells the name, and the schema unless attributes do. */
	@Override
	RelationName name(Database database) {
		RelationName declared = super.name(database);
		Optional<RelationName> created = text().flatMap(dialect(database)::created)
			.filter((name) -> name.name().equalsIgnoreCase(declared.name()));
		if (created.isEmpty()) {
			return declared;
		}
		RelationName name = created.get();
		boolean named = name.schema() == null || getSchemaName() != null || getCatalogName() != null;
		return named ? declared.sibling(name.name()) : declared.inSchema(name);
	}

	private FunctionDefinition definition(Database database) {
		if (getFunctionName() == null) {
			throw new IllegalArgumentException("createFunction needs a functionName");
		}
		if ((this.functionBody == null) == (this.path == null)) {
			throw new IllegalArgumentException(
					"createFunction of " + getFunctionName() + " needs exactly one of functionBody and path");
		}
		return new FunctionDefinition(name(database), Objects.requireNonNullElse(arguments(), ""), this.returns,
				this.language, Boolean.TRUE.equals(this.securityDefiner), this.searchPath, text().orElse(""),
				StringUtil.standardizeLineEndings(this.remarks));
	}

	private Optional<String> text() {
		return Optional.ofNullable((this.path != null) ? bodyFile(this.path).text() : this.functionBody)
			.map(StringUtil::standardizeLineEndings);
	}

	private BodyFile bodyFile(String file) {
		return new BodyFile(getChangeSet(), file, this.relativeToChangelogFile, this.encoding,
				"function " + getFunctionName());
	}

}
