package dev.triggerview.trigger;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * HSQLDB 2.7 guide, SQL-Invoked Routines, Trigger Creation: one event. The clause
 * {@code BEFORE trigger} of the guide is parsed and has no effect (2.7.3).
 */
final class HsqldbDialect extends TriggerDialect {

	@Override
	public String name() {
		return "HSQLDB";
	}

	@Override
	public String shortName() {
		return "hsqldb";
	}

	/** HSQLDB utilities guide, SqlTool, raw mode: from one such line to the other. */
	@Override
	public String scripted(String statement) {
		return "\\.\n" + statement + "\n.;";
	}

	@Override
	Set<TriggerFeature> features() {
		return EnumSet.of(TriggerFeature.BEFORE, TriggerFeature.INSTEAD_OF, TriggerFeature.ROW_LEVEL,
				TriggerFeature.STATEMENT_LEVEL, TriggerFeature.UPDATE_COLUMNS, TriggerFeature.WHEN,
				TriggerFeature.ROW_NAMES);
	}

	@Override
	Set<TriggerFeature> rewritten() {
		return EnumSet.of(TriggerFeature.SEVERAL_EVENTS);
	}

	@Override
	String fold(String name) {
		return name.toUpperCase(Locale.ROOT);
	}

	@Override
	NameLimit nameLimit() {
		return NameLimit.characters(128);
	}

	@Override
	boolean isProduct(String productName) {
		return productName.equals("HSQL Database Engine");
	}

	/**
	 * The rows have no name by themselves, and a row that the event lacks must not have
	 * one.
	 */
	@Override
	String referencing(TriggerDefinition trigger) {
		if (effectiveLevel(trigger) == TriggerLevel.STATEMENT) {
			return "";
		}
		return "REFERENCING" + RowNames.of(trigger, " OLD ROW AS ", " NEW ROW AS ");
	}

	@Override
	String action(TriggerDefinition trigger) {
		return body(trigger).block("BEGIN ATOMIC", "END");
	}

	@Override
	String ended(String statement) {
		return text(statement).text();
	}

	/** The catalog keeps no comments, and the driver looks for its escapes in them. */
	@Override
	SqlText text(String text) {
		return new SqlText(text).withoutComments();
	}

}
