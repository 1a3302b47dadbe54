package dev.triggerview.hibernate;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.view.Relations;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;

/**
 * Names of the catalog as an annotation has to have them: quoted where Hibernate would
 * make others of them, as the naming strategy does with capitals.
 */
final class AnnotationNames {

	private final PhysicalNamingStrategy naming;

	private final JdbcEnvironment environment;

	private final Relations relations;

	AnnotationNames(Metadata metadata, Relations relations) {
		Database database = metadata.getDatabase();
		this.naming = database.getPhysicalNamingStrategy();
		this.environment = database.getJdbcEnvironment();
		this.relations = relations;
	}

	/** Returns {@code @Column}. */
	String column(String name) {
		return "@Column(name = \""
				+ quoted(name, this.naming.toPhysicalColumnName(new Identifier(name, false), this.environment)) + "\")";
	}

	/** Returns {@code @Table}, with a schema unless the name alone reaches the view. */
	String table(RelationName view) {
		String schema = schema(view);
		String attribute = (this.environment.getNameQualifierSupport() == NameQualifierSupport.CATALOG) ? "catalog"
				: "schema";
		return "@Table(name = \"" + table(view.name()) + "\""
				+ (schema.isEmpty() ? "" : ", " + attribute + " = \"" + schema + "\"") + ")";
	}

	/** Returns what is said of a repository of records. */
	String view(RelationName view) {
		String schema = schema(view);
		return "@ReadOnlyViewRepository(view = \"" + (schema.isEmpty() ? "" : schema + ".") + table(view.name())
				+ "\")";
	}

	private String table(String name) {
		return quoted(name, this.naming.toPhysicalTableName(new Identifier(name, false), this.environment));
	}

	private String schema(RelationName view) {
		boolean reached = this.relations.find(RelationName.of(view.name())).filter(view::equals).isPresent();
		return (reached || view.schema() == null) ? "" : view.schema();
	}

	private String quoted(String name, Identifier physical) {
		boolean kept = name.equals(this.environment.getIdentifierHelper().toMetaDataObjectName(physical));
		return kept ? name : "\\\"" + name + "\\\"";
	}

}
