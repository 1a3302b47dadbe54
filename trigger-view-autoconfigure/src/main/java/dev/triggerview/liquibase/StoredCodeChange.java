package dev.triggerview.liquibase;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerDialect;
import liquibase.Scope;
import liquibase.change.AbstractChange;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.change.ChangeMetaData;
import liquibase.change.ChangeParameterMetaData;
import liquibase.change.CheckSum;
import liquibase.change.DatabaseChangeProperty;
import liquibase.change.DbmsTargetedChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.diff.output.DiffOutputControl;
import liquibase.exception.ValidationErrors;
import liquibase.exception.Warnings;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawCompoundStatement;
import org.jspecify.annotations.Nullable;

/**
 * What all changes of triggers and functions have in common: where the object is,
 * attributes that are checked, a checksum of what the change does, and that it is undone.
 */
public abstract class StoredCodeChange extends AbstractChange {

	private static final Set<String> NOT_IN_CHECKSUM = Set.of("path", "relativeToChangelogFile", "encoding", "dbms",
			"comment", "scope", "variants");

	private @Nullable String schemaName;

	private @Nullable String catalogName;

	private final List<String> loadErrors = new ArrayList<>();

	private boolean generated;

	StoredCodeChange() {
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

	@Override
	protected void customLoadLogic(ParsedNode node, ResourceAccessor resources) throws ParsedNodeException {
		this.loadErrors.addAll(Attributes.unknown(node, change(), attributes()));
		this.loadErrors.addAll(Attributes.notBoolean(node, change(),
				metaData().getParameters()
					.values()
					.stream()
					.filter((parameter) -> parameter.getDataTypeClass() == Boolean.class)
					.map(ChangeParameterMetaData::getParameterName)
					.toList()));
		this.loadErrors.addAll(Attributes.unknownDatabases("dbms", Attributes.commaText(node, "dbms")));
	}

	/** What there is to warn of, {@link #validate} finds. */
	@Override
	public final Warnings warn(Database database) {
		return new Warnings();
	}

	/**
	 * Report wrong attributes first: what else is found may follow from them. Liquibase
	 * would add what it finds in the statements, which is nothing: they are sent as they
	 * are.
	 */
	@Override
	public final ValidationErrors validate(Database database) {
		ValidationErrors errors = new ValidationErrors();
		this.loadErrors.forEach(errors::addError);
		if (!errors.hasErrors() && !excludes(database)) {
			checkSchema("schemaName", this.schemaName, database, errors);
			checkSchema("catalogName", this.catalogName, database, errors);
			check(database, errors);
		}
		return errors;
	}

	/** Liquibase validates a change for databases that it will not run it on. */
	final boolean excludes(Database database) {
		String dbms = (this instanceof DbmsTargetedChange targeted) ? targeted.getDbms() : null;
		return dbms != null && !DatabaseList.definitionMatches(dbms, database, true);
	}

	/** Report a schema that is none of the database's, which Liquibase does not know. */
	private void checkSchema(String attribute, @Nullable String schema, Database database, ValidationErrors errors) {
		TriggerDialect dialect = TriggerDialect.of(database.getShortName());
		Optional.ofNullable(schema)
			.flatMap(dialect::invalidSchema)
			.ifPresent((reason) -> errors
				.addError("%s, %s, attribute '%s': %s".formatted(dialect.name(), change(), attribute, reason)));
	}

	/**
	 * What the change does counts, and white space only where it has a meaning; where the
	 * text comes from does not, nor does {@code liquibase.outputFileEncoding}.
	 */
	@Override
	public CheckSum generateCheckSum() {
		SortedMap<String, String> parts = new TreeMap<>();
		for (ChangeParameterMetaData parameter : metaData().getParameters().values()) {
			Object value = parameter.getCurrentValue(this);
			if (value != null && !NOT_IN_CHECKSUM.contains(parameter.getParameterName())) {
				parts.put(parameter.getParameterName(), checksumText(parameter.getParameterName(), value));
			}
		}
		parts.putAll(checksumParts());
		return CheckSum.compute(new ByteArrayInputStream((change() + parts).getBytes(StandardCharsets.UTF_8)), false);
	}

	/** The text under which a property enters the checksum. */
	String checksumText(String property, Object value) {
		return value.toString();
	}

	/** What enters the checksum beside the properties. */
	Map<String, String> checksumParts() {
		return Map.of();
	}

	/** What a running change does depends on what is there. */
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

	@Override
	public String getSerializedObjectNamespace() {
		return TriggerViewNamespace.URI;
	}

	/**
	 * Make it do without a look at what is there: it came from a comparison of databases.
	 */
	final void generated() {
		this.generated = true;
	}

	/**
	 * Name schema and catalog as far as the changelog is to: where there are no schemas,
	 * Liquibase's own changes name the catalog as one.
	 */
	final void place(RelationName object, DiffOutputControl control) {
		if (control.getIncludeSchema()) {
			setSchemaName((object.schema() != null) ? object.schema() : object.catalog());
		}
		if (control.getIncludeCatalog()) {
			setCatalogName(object.catalog());
		}
	}

	/** Return whether the change is made in a database, where the catalog can be read. */
	final boolean isRunning(Database database) {
		return !this.generated && LiveDatabase.isLive(database);
	}

	/** Return whether what is there may be read, also for a script. */
	final boolean isConnected(Database database) {
		return !this.generated && LiveDatabase.isConnected(database);
	}

	/** The names as the statements of the change write them. */
	final TriggerNames names(Database database) {
		return new TriggerNames(database, !isRunning(database));
	}

	/**
	 * Let statements tell where they fail, where the driver does not. Liquibase does not
	 * apply {@code modifySql} to statements that execute themselves.
	 */
	final SqlStatement[] explained(TriggerDialect dialect, Database database, SqlStatement[] statements) {
		if (isModified() || !dialect.messagesLackLines() || !LiveDatabase.isLive(database)) {
			return statements;
		}
		Connection connection = LiveDatabase.connection(database);
		return Arrays.stream(statements)
			.map((statement) -> (statement instanceof RawCompoundStatement raw)
					? new ExplainedStatement(raw, dialect, connection) : statement)
			.toArray(SqlStatement[]::new);
	}

	/**
	 * Return whether the change set modifies statements, which Liquibase does to those
	 * that do not execute themselves.
	 */
	final boolean isModified() {
		ChangeSet changeSet = getChangeSet();
		return changeSet != null && !changeSet.getSqlVisitors().isEmpty();
	}

	/** The attributes that a changelog may write beside the properties of the class. */
	Set<String> aliases() {
		return Set.of();
	}

	/**
	 * Report every reason why the change cannot be made on a database, and warn of what
	 * it does otherwise there.
	 */
	abstract void check(Database database, ValidationErrors errors);

	/** The object that the change names, as the changelog writes it. */
	abstract String subject();

	/**
	 * Return under which key the store has what was there before; {@code null} for a
	 * change in a rollback block, which is not undone. A change set that runs on change
	 * may get further changes, so that the key is not the place in it.
	 */
	final @Nullable String keyInStore() {
		ChangeSet changeSet = getChangeSet();
		List<Change> changes = (changeSet != null) ? changeSet.getChanges() : List.of();
		if (changeSet == null || !changes.contains(this)) {
			return null;
		}
		long equal = changes.stream().takeWhile((before) -> before != this).filter(this::hasSameSubject).count();
		return changeSet.toString(false) + "#" + change() + " " + subject() + "#" + equal;
	}

	/**
	 * Return whether a rollback brings back what was there before: no rollback block does
	 * something else instead.
	 */
	final boolean isRestored() {
		ChangeSet changeSet = getChangeSet();
		return changeSet != null && !changeSet.hasCustomRollbackChanges() && keyInStore() != null;
	}

	private boolean hasSameSubject(Change other) {
		return other instanceof StoredCodeChange code && code.getClass() == getClass()
				&& code.subject().equals(subject());
	}

	/**
	 * Return whether a script knows what is there when it makes the change: it is for the
	 * schema of the object, and nothing is undone before.
	 */
	final boolean isLooking(Database database, String object) {
		return isConnected(database) && keyInStore() != null
				&& names(database).relation(this.catalogName, this.schemaName, object)
					.equals(new TriggerNames(database).relation(this.catalogName, this.schemaName, object));
	}

	/**
	 * Return whether a script of the change keeps what it finds, for which it creates a
	 * store.
	 */
	abstract boolean isKeptByScript(Database database);

	/** Return whether a database that can be asked has not made the change set yet. */
	final boolean isStillToBeMade(Database database) {
		ChangeSet changeSet = getChangeSet();
		return changeSet != null && LiveDatabase.isStillToBeMade(database, changeSet);
	}

	final void addLoadError(String message) {
		this.loadErrors.add(message);
	}

	final String change() {
		return metaData().getName();
	}

	/** All attributes that a changelog may write. */
	final Set<String> attributes() {
		Set<String> attributes = new HashSet<>(metaData().getParameters().keySet());
		attributes.addAll(aliases());
		return attributes;
	}

	/** The description that Liquibase keeps: to make one reads the class. */
	private ChangeMetaData metaData() {
		return Scope.getCurrentScope().getSingleton(ChangeFactory.class).getChangeMetaData(this);
	}

}
