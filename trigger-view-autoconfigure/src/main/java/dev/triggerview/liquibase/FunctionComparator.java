package dev.triggerview.liquibase;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.UnqualifiedSql;
import liquibase.database.Database;
import liquibase.diff.ObjectDifferences;
import liquibase.diff.compare.CompareControl;
import liquibase.diff.compare.DatabaseObjectComparator;
import liquibase.diff.compare.DatabaseObjectComparatorChain;
import liquibase.diff.compare.DatabaseObjectComparatorFactory;
import liquibase.structure.DatabaseObject;

/**
 * Compares functions by name, argument types and schema, and what they do by their
 * statements without the schema.
 */
public final class FunctionComparator implements DatabaseObjectComparator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> type, Database database) {
		return Function.class.isAssignableFrom(type) ? PRIORITY_TYPE : PRIORITY_NONE;
	}

	@Override
	public String[] hash(DatabaseObject object, Database accordingTo, DatabaseObjectComparatorChain chain) {
		return new String[] { object.getName().toLowerCase(Locale.ROOT) };
	}

	@Override
	public boolean isSameObject(DatabaseObject first, DatabaseObject second, Database accordingTo,
			DatabaseObjectComparatorChain chain) {
		if (!(first instanceof Function one && second instanceof Function other)) {
			return false;
		}
		return first.getName().equals(second.getName()) && arguments(first).equals(arguments(second))
				&& DatabaseObjectComparatorFactory.getInstance()
					.isSameObject(one.schema(), other.schema(), chain.getSchemaComparisons(), accordingTo);
	}

	@Override
	public ObjectDifferences findDifferences(DatabaseObject first, DatabaseObject second, Database accordingTo,
			CompareControl control, DatabaseObjectComparatorChain chain, Set<String> exclude) {
		dev.triggerview.trigger.Function one = ((Function) first).model();
		dev.triggerview.trigger.Function other = ((Function) second).model();
		ObjectDifferences differences = new ObjectDifferences(control);
		UnqualifiedSql sql = new UnqualifiedSql(TriggerDialect.of(accordingTo.getShortName()));
		TriggerComparator.compareStatements(differences, sql, sql.of(one.definition(), one.name()),
				sql.of(other.definition(), other.name()));
		if (!one.generated() || !other.generated()) {
			TriggerComparator.compare(differences, "remarks", one.remarks().orElse(""), other.remarks().orElse(""));
		}
		return differences;
	}

	/** The type of an argument may be one of the same schema. */
	private static List<String> arguments(DatabaseObject function) {
		String schema = SnapshotText.get(function, "schemaName");
		return SnapshotText.lines(function, "argumentTypes")
			.stream()
			.map((type) -> (schema != null && type.startsWith(schema + ".")) ? type.substring(schema.length() + 1)
					: type)
			.toList();
	}

}
