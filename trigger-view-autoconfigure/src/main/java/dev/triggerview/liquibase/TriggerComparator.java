package dev.triggerview.liquibase;

import java.util.List;
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
import liquibase.util.StringUtil;

/**
 * Compares triggers by name, table and schema, and what they do by their statements
 * without the schema.
 */
public final class TriggerComparator implements DatabaseObjectComparator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> type, Database database) {
		return Trigger.class.isAssignableFrom(type) ? PRIORITY_TYPE : PRIORITY_NONE;
	}

	@Override
	public String[] hash(DatabaseObject object, Database accordingTo, DatabaseObjectComparatorChain chain) {
		return new String[] { ((Trigger) object).key() };
	}

	@Override
	public boolean isSameObject(DatabaseObject first, DatabaseObject second, Database accordingTo,
			DatabaseObjectComparatorChain chain) {
		if (!(first instanceof Trigger one && second instanceof Trigger other)) {
			return false;
		}
		return one.getName().equals(other.getName()) && one.table().name().equals(other.table().name())
				&& DatabaseObjectComparatorFactory.getInstance()
					.isSameObject(one.tableSchema(), other.tableSchema(), chain.getSchemaComparisons(), accordingTo);
	}

	@Override
	public ObjectDifferences findDifferences(DatabaseObject first, DatabaseObject second, Database accordingTo,
			CompareControl control, DatabaseObjectComparatorChain chain, Set<String> exclude) {
		dev.triggerview.trigger.Trigger one = ((Trigger) first).model();
		dev.triggerview.trigger.Trigger other = ((Trigger) second).model();
		ObjectDifferences differences = new ObjectDifferences(control);
		UnqualifiedSql sql = new UnqualifiedSql(TriggerDialect.of(accordingTo.getShortName()));
		compareStatements(differences, sql, sql.of(one.definition(), one.table()),
				sql.of(other.definition(), other.table()));
		compare(differences, "state", one.state(), other.state());
		compare(differences, "remarks", one.remarks().orElse(""), other.remarks().orElse(""));
		compareOrder(differences, ((Trigger) first).order(), ((Trigger) second).order());
		return differences;
	}

	/** A trigger that only one of them has is a difference of its own. */
	private static void compareOrder(ObjectDifferences differences, List<String> first, List<String> second) {
		compare(differences, "order", first.stream().filter(second::contains).toList(),
				second.stream().filter(first::contains).toList());
	}

	static void compareStatements(ObjectDifferences differences, UnqualifiedSql sql, String first, String second) {
		if (!sql.same(StringUtil.standardizeLineEndings(first), StringUtil.standardizeLineEndings(second))) {
			differences.addDifference("definition", first, second);
		}
	}

	static void compare(ObjectDifferences differences, String attribute, Object first, Object second) {
		if (!first.equals(second)) {
			differences.addDifference(attribute, first, second);
		}
	}

}
