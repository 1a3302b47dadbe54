package dev.triggerview.trigger;

/** What tells literals and comments of one database from those of the others. */
enum SqlSyntax {

	STANDARD,

	/**
	 * MySQL 8.4 manual, String Literals and Comments: a backslash takes the meaning from
	 * the quote after it, a comment begins with a number sign or with two dashes and a
	 * blank, and one with an exclamation mark is code.
	 */
	MYSQL,

	/**
	 * PostgreSQL 18, Lexical Structure: comments are nested, and a backslash has a
	 * meaning in a literal behind an E.
	 */
	POSTGRESQL

}
