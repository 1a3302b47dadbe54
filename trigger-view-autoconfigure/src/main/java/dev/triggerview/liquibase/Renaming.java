package dev.triggerview.liquibase;

import java.util.Optional;

import dev.triggerview.trigger.RelationName;
import liquibase.change.Change;
import liquibase.change.core.RenameTableChange;
import liquibase.change.core.RenameViewChange;
import org.jspecify.annotations.Nullable;

/**
 * What a change of Liquibase does that gives a table or view another name.
 *
 * @param catalogName the catalog as the change names it
 * @param schemaName the schema as the change names it
 * @param oldName the name as the change names it
 * @param newName the new name as the change names it
 */
record Renaming(@Nullable String catalogName, @Nullable String schemaName, String oldName, String newName) {

	/** Return the renaming of a change, empty if it is none. */
	static Optional<Renaming> of(Change change) {
		if (change instanceof RenameTableChange table) {
			return Optional.of(new Renaming(table.getCatalogName(), table.getSchemaName(), table.getOldTableName(),
					table.getNewTableName()));
		}
		return (change instanceof RenameViewChange view) ? Optional
			.of(new Renaming(view.getCatalogName(), view.getSchemaName(), view.getOldViewName(), view.getNewViewName()))
				: Optional.empty();
	}

	/** Return whether a change leads from a name to another, as they are written. */
	static boolean isBetween(Change change, String from, String to) {
		return of(change).filter((each) -> from.equals(each.oldName) && to.equals(each.newName)).isPresent();
	}

	/** Return the name behind the renaming of what has a name in front of it. */
	RelationName forth(RelationName name, TriggerNames names) {
		return led(name, this.oldName, this.newName, names);
	}

	/** Return the name in front of the renaming of what has a name behind it. */
	RelationName back(RelationName name, TriggerNames names) {
		return led(name, this.newName, this.oldName, names);
	}

	/** To find out how the catalog has a name is slow. */
	private RelationName led(RelationName name, String from, String to, TriggerNames names) {
		return (TriggerNames.mayBe(name.name(), from)
				&& name.equals(names.relation(this.catalogName, this.schemaName, from)))
						? name.sibling(names.object(to)) : name;
	}

}
