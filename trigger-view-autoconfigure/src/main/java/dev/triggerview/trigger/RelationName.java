package dev.triggerview.trigger;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table, view or other object in a schema, exactly as the catalog has it:
 * neither quoted nor folded to upper or lower case.
 *
 * @param catalog the catalog, {@code null} for the current one
 * @param schema the schema, {@code null} for the current one
 * @param name the name within the schema
 */
public record RelationName(@Nullable String catalog, @Nullable String schema, String name) {

	public RelationName {
		if (name.isBlank()) {
			throw new IllegalArgumentException("A relation needs a name");
		}
	}

	/** Return the name of an object in a schema of the current catalog. */
	public static RelationName of(@Nullable String schema, String name) {
		return new RelationName(null, schema, name);
	}

	/** Return the name of an object in the current schema. */
	public static RelationName of(String name) {
		return new RelationName(null, null, name);
	}

	/** Return another object of the same schema. */
	public RelationName sibling(String other) {
		return new RelationName(this.catalog, this.schema, other);
	}

	/**
	 * Return an object by its schema and name, which is a catalog where there are no
	 * schemas.
	 */
	public RelationName inSchema(RelationName other) {
		boolean catalogs = this.schema == null && this.catalog != null;
		return catalogs ? new RelationName(other.schema, null, other.name)
				: new RelationName(this.catalog, other.schema, other.name);
	}

	/**
	 * Return whether this names the same object of one database as another name, which
	 * may leave out parts. A catalog tells objects apart only where there are no schemas:
	 * elsewhere it is the database, which may have been renamed.
	 */
	public boolean isSame(RelationName other) {
		boolean schemas = this.schema != null && other.schema != null;
		return this.name.equals(other.name) && isOrAny(this.schema, other.schema)
				&& (schemas || isOrAny(this.catalog, other.catalog));
	}

	private static boolean isOrAny(@Nullable String first, @Nullable String second) {
		return first == null || second == null || first.equals(second);
	}

	/** Return the parts that are known, separated by dots, for people to read. */
	@Override
	public String toString() {
		return Stream.of(this.catalog, this.schema, this.name)
			.filter(Objects::nonNull)
			.collect(Collectors.joining("."));
	}

}
