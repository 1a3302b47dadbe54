package dev.triggerview.liquibase;

import dev.triggerview.trigger.TriggerDialect;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.util.StringUtil;

/**
 * A statement as a generated changelog of formatted SQL has it. Liquibase strips its
 * comments when it runs it, and reads them as no database does: two minus signs begin
 * one, wherever they stand.
 *
 * @param dialect the dialect
 * @param statement the statement as the database has it
 */
record FormattedSql(TriggerDialect dialect, String statement) {

	/**
	 * Return a text of which Liquibase runs all but comments.
	 * @throws UnexpectedLiquibaseException if there is none
	 */
	String text() {
		String text = this.dialect.withoutDoubleMinus(this.statement);
		String run = String.join("", StringUtil.processMultiLineSQL(text, true, false, null));
		if (!this.dialect.isSameCode(text, run)) {
			throw new UnexpectedLiquibaseException(
					("%s: Liquibase would run another statement than stands in a changelog of formatted SQL, because"
							+ " it takes a part of it for a comment; generate XML, YAML or JSON: %s")
						.formatted(this.dialect.name(), this.statement));
		}
		return text;
	}

}
