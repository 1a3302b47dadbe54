package dev.triggerview.liquibase;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.triggerview.trigger.RelationName;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.exception.ValidationErrors;
import liquibase.exception.Warnings;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.precondition.AbstractPrecondition;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/** What all preconditions have in common that ask the catalog. */
public abstract class CatalogPrecondition extends AbstractPrecondition {

	private @Nullable String catalogName;

	private @Nullable String schemaName;

	CatalogPrecondition() {
	}

	/** Return the attribute {@code catalogName}. */
	public @Nullable String getCatalogName() {
		return this.catalogName;
	}

	/** Set the attribute {@code catalogName}, {@code null} for the default catalog. */
	public void setCatalogName(@Nullable String catalogName) {
		this.catalogName = catalogName;
	}

	/** Return the attribute {@code schemaName}. */
	public @Nullable String getSchemaName() {
		return this.schemaName;
	}

	/** Set the attribute {@code schemaName}, {@code null} for the default schema. */
	public void setSchemaName(@Nullable String schemaName) {
		this.schemaName = schemaName;
	}

	/** Liquibase validates no preconditions of change sets, so that reading does. */
	@Override
	public void load(ParsedNode node, ResourceAccessor resources) throws ParsedNodeException {
		super.load(node, resources);
		List<String> errors = new ArrayList<>(Attributes.unknown(node, getName(), getSerializableFields()));
		if (requiredValue() == null) {
			errors.add(getName() + " needs the attribute " + requiredAttribute());
		}
		if (!errors.isEmpty()) {
			throw new ParsedNodeException(String.join("; ", errors));
		}
	}

	@Override
	public Warnings warn(Database database) {
		return new Warnings();
	}

	@Override
	public ValidationErrors validate(Database database) {
		ValidationErrors errors = new ValidationErrors();
		if (!TriggerNames.isSupported(database)) {
			errors.addError(getName() + " does not know " + database.getDatabaseProductName());
		}
		if (!errors.hasErrors()) {
			errors.checkRequiredField(requiredAttribute(), requiredValue());
		}
		return errors;
	}

	@Override
	public final void check(Database database, DatabaseChangeLog changeLog, @Nullable ChangeSet changeSet,
			@Nullable ChangeExecListener listener) throws PreconditionFailedException, PreconditionErrorException {
		boolean holds;
		try {
			holds = holds(database, connection(database));
			if (!holds) {
				requireSeen(database, connection(database));
			}
		}
		catch (RuntimeException ex) {
			throw new PreconditionErrorException(ex, changeLog, this);
		}
		if (!holds) {
			throw new PreconditionFailedException(failure(), changeLog, this);
		}
	}

	@Override
	public String getSerializedObjectNamespace() {
		return TriggerViewNamespace.URI;
	}

	abstract String requiredAttribute();

	abstract @Nullable String requiredValue();

	abstract boolean holds(Database database, Connection connection);

	/**
	 * Refuse to say that it does not hold because the account does not see the object.
	 */
	void requireSeen(Database database, Connection connection) {
	}

	/** What to say when it does not hold. */
	abstract String failure();

	/** Return the catalog to read. */
	final @Nullable String catalog(Database database) {
		return new TriggerNames(database).catalog(this.catalogName, this.schemaName);
	}

	/** Return whether an object is in the schema that the precondition names. */
	final boolean isInSchema(Database database, RelationName object) {
		RelationName wanted = new TriggerNames(database).relation(this.catalogName, this.schemaName, object.name());
		return isSame(wanted.schema(), object.schema()) && isSame(wanted.catalog(), object.catalog());
	}

	private static boolean isSame(@Nullable String wanted, @Nullable String present) {
		return wanted == null || present == null || Objects.equals(wanted, present);
	}

	private Connection connection(Database database) {
		if (database.getConnection() instanceof JdbcConnection connection) {
			return connection.getUnderlyingConnection();
		}
		throw new IllegalStateException(getName() + " needs a connection to the database");
	}

}
