package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerStore;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import liquibase.structure.core.Schema;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/**
 * Turns the names of a changelog into those of the catalog, as Liquibase's own changes
 * do: with the quoting strategy of the change set, folded to the case of the database
 * where they would not be quoted.
 */
final class TriggerNames {

	private final Database database;

	private final boolean script;

	TriggerNames(Database database) {
		this(database, false);
	}

	/**
	 * Create names.
	 * @param script whether they are those of a script, which may be meant for a schema
	 * that it does not name
	 */
	TriggerNames(Database database, boolean script) {
		this.database = database;
		this.script = script;
	}

	/**
	 * Return whether there is a dialect; Liquibase asks at every object of a snapshot.
	 */
	static boolean isSupported(Database database) {
		for (TriggerDialect dialect : TriggerDialect.all()) {
			if (dialect.shortName().equalsIgnoreCase(database.getShortName())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether a name of the catalog may be that of a changelog, which is found out
	 * sooner than how the database folds it. A letter may be two in upper case.
	 */
	static boolean mayBe(String name, @Nullable String written) {
		return written != null && (name.equalsIgnoreCase(written) || name.equals(written.toUpperCase(Locale.ROOT))
				|| name.equals(written.toLowerCase(Locale.ROOT)));
	}

	String object(String name) {
		return catalogName(name, Table.class);
	}

	/**
	 * Return whether names of the catalog stay what they are when a changelog names them
	 * so: H2 folds names even if they would be quoted.
	 */
	boolean isFound(String... names) {
		return Arrays.stream(names).allMatch((name) -> object(name).equals(name));
	}

	String column(String name) {
		return catalogName(name, Column.class);
	}

	RelationName relation(@Nullable String catalog, @Nullable String schema, String name) {
		RelationName relation = this.database.supports(Schema.class)
				? new RelationName(blankToNull(catalog), schema(blankToNull(schema)), object(name))
				: dialect().inSchema(schemaOrCatalog(catalog, schema), object(name));
		return (this.script && isUnqualified(relation)) ? RelationName.of(relation.name()) : relation;
	}

	/** {@code outputDefaultSchema} and {@code outputDefaultCatalog} of Liquibase. */
	private boolean isUnqualified(RelationName relation) {
		if (this.database.getOutputDefaultSchema() && this.database.getOutputDefaultCatalog()) {
			return false;
		}
		return this.database.escapeObjectName(relation.catalog(), relation.schema(), relation.name(), Table.class)
			.equals(this.database.escapeObjectName(relation.name(), Table.class));
	}

	/** Return our store, which is beside Liquibase's own tables. */
	TriggerStore store() {
		RelationName table = relation(this.database.getLiquibaseCatalogName(), this.database.getLiquibaseSchemaName(),
				TriggerStore.TABLE);
		return new TriggerStore(dialect(), table.catalog(), table.schema());
	}

	/**
	 * Return the catalog to read where there are no schemas; elsewhere {@code null}, for
	 * the one that the connection sees.
	 */
	@Nullable String catalog(@Nullable String catalog, @Nullable String schema) {
		return this.database.supports(Schema.class) ? null
				: dialect().inSchema(schemaOrCatalog(catalog, schema), TriggerStore.TABLE).catalog();
	}

	/** Where Liquibase knows no schemas, it takes both for the catalog. */
	private @Nullable String schemaOrCatalog(@Nullable String catalog, @Nullable String schema) {
		String named = blankToNull((catalog != null) ? catalog : schema);
		return (named != null) ? catalogName(named, Schema.class) : blankToNull(this.database.getDefaultCatalogName());
	}

	private TriggerDialect dialect() {
		return TriggerDialect.of(this.database.getShortName());
	}

	/**
	 * The default schema of a connection is its name already, and to fold it anew for
	 * each change is slow: Liquibase reads all its settings for that.
	 */
	private @Nullable String schema(@Nullable String named) {
		String schema = (named != null) ? named : blankToNull(this.database.getDefaultSchemaName());
		boolean found = named == null && this.database.getConnection() instanceof JdbcConnection;
		return (schema == null || found) ? schema : catalogName(schema, Schema.class);
	}

	/**
	 * A name that Liquibase quotes is the name itself, in upper case if it is a reserved
	 * word of H2 or HSQLDB. What else it writes between the quotes is not: on MySQL and
	 * MariaDB it turns a backtick into two double quotes.
	 */
	private String catalogName(String name, Class<? extends DatabaseObject> type) {
		String escaped = this.database.escapeObjectName(name, type);
		boolean quoted = escaped != null && escaped.length() > 2 && isQuote(escaped.charAt(0));
		if (!quoted) {
			return folded(name, this.database.correctObjectName(name, type));
		}
		String written = escaped.substring(1, escaped.length() - 1);
		return written.equals(name.toUpperCase(Locale.ROOT)) ? written : name;
	}

	private String folded(String name, String corrected) {
		try {
			Connection connection = LiveDatabase.isConnected(this.database) ? LiveDatabase.connection(this.database)
					: null;
			return dialect().folded(connection, name, corrected);
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException(ex);
		}
	}

	private static boolean isQuote(char character) {
		return character == '"' || character == '`' || character == '[';
	}

	private static @Nullable String blankToNull(@Nullable String name) {
		return (name == null || name.isBlank()) ? null : name;
	}

}
