package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** MySQL 8.4 manual, CREATE FUNCTION. */
sealed class MySqlFunctions extends FunctionDialect permits MariaDbFunctions {

	/** How an account without a name is shown, which no statement accepts. */
	private static final Pattern NO_DEFINER = Pattern.compile("DEFINER=``(@`[^`]*`)? ");

	MySqlFunctions() {
		this(new MySqlDialect());
	}

	MySqlFunctions(MySqlDialect dialect) {
		super(dialect);
	}

	@Override
	Set<FunctionFeature> features() {
		return EnumSet.of(FunctionFeature.SECURITY_DEFINER, FunctionFeature.REMARKS);
	}

	/**
	 * Not deterministic and without a statement of what it reads, a function is refused
	 * while the server writes a binary log.
	 */
	@Override
	String language(FunctionDefinition function) {
		return "\nREADS SQL DATA" + (function.securityDefiner() ? "" : " SQL SECURITY INVOKER");
	}

	/**
	 * The catalog shows the text without the backslashes of literals, and in a character
	 * set of at most three bytes, with a question mark for each character that needs
	 * four. Only the statement has it as it was; an account that is not the definer may
	 * not see that.
	 */
	@Override
	Function original(Connection connection, Function shown) throws SQLException {
		if (!shown.definition().contains("?") && !shown.definition().contains("\\")) {
			return shown;
		}
		try (Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("SHOW CREATE FUNCTION " + qualified(shown.name()))) {
			String original = result.next() ? result.getString("Create Function") : null;
			return (original != null) ? shown.withDefinition(NO_DEFINER.matcher(original).replaceFirst("")) : shown;
		}
	}

	/** The catalog shows the name alone. */
	@Override
	String statement(Function function) {
		String name = " FUNCTION " + qualified(RelationName.of(function.name().name())) + "(";
		int start = function.definition().indexOf(name);
		return (start < 0) ? function.definition() : function.definition().substring(0, start) + " FUNCTION "
				+ qualified(function.name()) + function.definition().substring(start + name.length() - 1);
	}

	@Override
	List<String> comment(FunctionDefinition function, String remarks) {
		return List
			.of("ALTER FUNCTION " + qualified(function.name()) + " COMMENT " + literal(remarks.replace("\\", "\\\\")));
	}

}
