package dev.triggerview.trigger;

import org.jspecify.annotations.Nullable;

/**
 * The database that a store is in, where a database is a catalog without schemas (MySQL,
 * MariaDB). What the store has does not name it: a dump is restored under other names,
 * too, and must not lead back to the database that it was taken from.
 *
 * @param dialect the dialect
 * @param catalog its name, {@code null} if it is not known
 */
record StoreHome(TriggerDialect dialect, @Nullable String catalog) {

	RelationName leave(RelationName name) {
		boolean home = name.schema() == null && name.catalog() != null && name.catalog().equals(this.catalog);
		return home ? RelationName.of(name.name()) : name;
	}

	RelationName enter(RelationName name) {
		boolean home = name.schema() == null && name.catalog() == null;
		return home ? new RelationName(this.catalog, null, name.name()) : name;
	}

	KeptTrigger leave(KeptTrigger trigger) {
		RelationName table = leave(trigger.table());
		return table.equals(trigger.table()) ? trigger
				: trigger.at(table, new CreateStatement(trigger.trigger().definition()).unqualified().sql());
	}

	KeptTrigger enter(KeptTrigger trigger) {
		RelationName table = enter(trigger.table());
		return (table.catalog() == null || table.equals(trigger.table())) ? trigger : trigger.at(table,
				new CreateStatement(trigger.trigger().definition()).qualified(this.dialect.qualifier(table)).sql());
	}

	Function leave(Function function) {
		return function.withName(leave(function.name()));
	}

	Function enter(Function function) {
		return function.withName(enter(function.name()));
	}

}
