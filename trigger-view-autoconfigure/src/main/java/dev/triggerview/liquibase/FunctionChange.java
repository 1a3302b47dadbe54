package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.triggerview.trigger.FunctionDialect;
import dev.triggerview.trigger.RelationName;
import liquibase.Scope;
import liquibase.change.AbstractChange;
import liquibase.change.ChangeFactory;
import liquibase.change.ChangeMetaData;
import liquibase.change.ChangeParameterMetaData;
import liquibase.change.CheckSum;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.exception.Warnings;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/** What all changes of a function have in common. */
public abstract class FunctionChange extends AbstractChange {

	private static final Set<String> NOT_IN_CHECKSUM = Set.of("path", "relativeToChangelogFile", "encoding", "dbms",
			"comment");

	private @Nullable String functionName;

	private @Nullable String functionArguments;

	private @Nullable String schemaName;

	private @Nullable String catalogName;

	private final List<String> loadErrors = new ArrayList<>();

	private boolean generated;

	FunctionChange() {
	}

	/** Return the attribute {@code functionName}. */
	@DatabaseChangeProperty(description = "Name of the function", requiredForDatabase = "all")
	public @Nullable String getFunctionName() {
		return this.functionName;
	}

	/** Set the attribute {@code functionName}; arguments may follow in parentheses. */
	public void setFunctionName(@Nullable String functionName) {
		this.functionName = functionName;
	}

	/** Return the attribute {@code functionArguments}. */
	@DatabaseChangeProperty(description = "Parameters of the function, or their types", requiredForDatabase = "none")
	public @Nullable String getFunctionArguments() {
		return this.functionArguments;
	}

	/** Set the attribute {@code functionArguments}. */
	public void setFunctionArguments(@Nullable String functionArguments) {
		this.functionArguments = functionArguments;
	}

	/** Return the attribute {@code schemaName}. */
	@DatabaseChangeProperty(description = "Name of the schema", requiredForDatabase = "none")
	public @Nullable String getSchemaName() {
		return this.schemaName;
	}

	/** Set the attribute {@code schemaName}. */
	public void setSchemaName(@Nullable String schemaName) {
		this.schemaName = schemaName;
	}

	/** Return the attribute {@code catalogName}. */
	@DatabaseChangeProperty(description = "Name of the catalog", requiredForDatabase = "none")
	public @Nullable String getCatalogName() {
		return this.catalogName;
	}

	/** Set the attribute {@code catalogName}. */
	public void setCatalogName(@Nullable String catalogName) {
		this.catalogName = catalogName;
	}

	/** Liquibase asks when another extension has a change of the same name. */
	@Override
	public boolean supports(Database database) {
		Neighbours.warnOnce();
		return FunctionDialect.of(database.getShortName()).isPresent();
	}

	@Override
	protected void customLoadLogic(ParsedNode node, ResourceAccessor resources) throws ParsedNodeException {
		Set<String> known = new HashSet<>(metaData().getParameters().keySet());
		known.addAll(aliases());
		this.loadErrors.addAll(Attributes.unknown(node, metaData().getName(), known));
	}

	@Override
	public ValidationErrors validate(Database database) {
		ValidationErrors errors = new ValidationErrors();
		this.loadErrors.forEach(errors::addError);
		if (FunctionDialect.of(database.getShortName()).isEmpty()) {
			errors.addError(metaData().getName() + " of " + this.functionName + ": " + database.getDatabaseProductName()
					+ " has no functions; limit the change to other databases by dbms");
		}
		if (!errors.hasErrors()) {
			problems(database).forEach(errors::addError);
		}
		return errors;
	}

	/**
	 * What is wrong is an error and found by {@link #validate}; there are no warnings.
	 */
	@Override
	public Warnings warn(Database database) {
		return new Warnings();
	}

	@Override
	public String getSerializedObjectNamespace() {
		return TriggerViewNamespace.URI;
	}

	/**
	 * What the change does counts, and white space only where it has a meaning; where the
	 * text comes from does not.
	 */
	@Override
	public CheckSum generateCheckSum() {
		SortedMap<String, String> parts = new TreeMap<>();
		for (ChangeParameterMetaData parameter : metaData().getParameters().values()) {
			Object value = parameter.getCurrentValue(this);
			if (value != null && !NOT_IN_CHECKSUM.contains(parameter.getParameterName())) {
				parts.put(parameter.getParameterName(), ChecksumText.of(value.toString()));
			}
		}
		checksumBody().ifPresent((text) -> parts.put("functionBody", ChecksumText.of(text)));
		return CheckSum.compute(change() + parts);
	}

	/** The body, if it is not a property. */
	Optional<String> checksumBody() {
		return Optional.empty();
	}

	/** What a running change does depends on the functions that are there. */
	@Override
	public boolean generateStatementsVolatile(Database database) {
		return isRunning(database);
	}

	@Override
	public boolean generateRollbackStatementsVolatile(Database database) {
		return isRunning(database);
	}

	@Override
	public boolean supportsRollback(Database database) {
		return true;
	}

	/**
	 * Make it do without a look at what is there: it came from a comparison of databases.
	 */
	final void generated() {
		this.generated = true;
	}

	/** Return whether the change is made in a database, where the catalog can be read. */
	final boolean isRunning(Database database) {
		return !this.generated && RunningChange.isRunning(database);
	}

	final String change() {
		return metaData().getName();
	}

	/** The attributes that a changelog may write beside the properties of the class. */
	Set<String> aliases() {
		return Set.of();
	}

	/** Every reason why the change cannot be made on a database. */
	abstract List<String> problems(Database database);

	final void addLoadError(String message) {
		this.loadErrors.add(message);
	}

	final FunctionDialect dialect(Database database) {
		return FunctionDialect.of(database.getShortName()).orElseThrow();
	}

	final RelationName name(Database database) {
		String name = (this.functionName != null) ? this.functionName : "";
		int parenthesis = name.indexOf('(');
		return new TriggerNames(database).relation(this.catalogName, this.schemaName,
				(parenthesis > 0) ? name.substring(0, parenthesis).strip() : name);
	}

	/** The arguments, which may also stand behind the name. */
	final @Nullable String arguments() {
		if (this.functionArguments != null || this.functionName == null) {
			return this.functionArguments;
		}
		int from = this.functionName.indexOf('(');
		return (from > 0 && this.functionName.endsWith(")"))
				? this.functionName.substring(from + 1, this.functionName.length() - 1) : null;
	}

	/** The description that Liquibase keeps: to make one reads the class. */
	private ChangeMetaData metaData() {
		return Scope.getCurrentScope().getSingleton(ChangeFactory.class).getChangeMetaData(this);
	}

}
