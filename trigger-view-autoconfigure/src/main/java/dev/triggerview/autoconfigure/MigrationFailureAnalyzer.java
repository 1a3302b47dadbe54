package dev.triggerview.autoconfigure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.liquibase.AttemptedTrigger;
import dev.triggerview.trigger.UnsupportedDatabaseException;
import liquibase.exception.MigrationFailedException;
import liquibase.exception.ValidationFailedException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;

/**
 * Says which trigger could not be created, and what of its change set is done. Failures
 * of other changes are left to others.
 */
class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationFailedException> {

	private static final Pattern FAILED_STATEMENT = Pattern.compile("\\[Failed SQL: (?:\\(-?\\d+\\) )?(.*)]",
			Pattern.DOTALL);

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, MigrationFailedException cause) {
		if (cause instanceof ValidationFailedException) {
			return invalid(cause);
		}
		return failedStatement(cause)
			.flatMap(
					(statement) -> AttemptedTrigger.with(statement).map((attempt) -> failed(attempt, statement, cause)))
			.orElse(null);
	}

	private static @Nullable FailureAnalysis invalid(MigrationFailedException cause) {
		String message = String.valueOf(cause.getMessage());
		if (!message.contains("rigger")) {
			return null;
		}
		String action = message.contains("not supported")
				? "Limit the change sets by the attribute dbms to databases that support them."
				: "Correct the change sets.";
		return new FailureAnalysis(
				"The changelog cannot be run, and nothing of it was:\n\n" + withoutRepetition(message), action, cause);
	}

	/** One line for a problem that many changes have. */
	private static String withoutRepetition(String message) {
		String prefix = UnsupportedDatabaseException.class.getName() + ": ";
		return indented(message.replace(prefix, "").lines().distinct().collect(Collectors.joining("\n")));
	}

	private static FailureAnalysis failed(AttemptedTrigger attempt, String statement, MigrationFailedException cause) {
		List<String> done = done(attempt, statement);
		String description = "The trigger " + attempt.trigger().name() + " of " + attempt.trigger().table()
				+ " could not be created on " + attempt.database() + " by the change set " + attempt.changeSet()
				+ ":\n\n" + indented(NestedExceptionUtils.getMostSpecificCause(cause).getMessage())
				+ "\n\nThe statement was:\n\n" + indented(statement) + "\n\n" + state(attempt, done);
		String action = done.isEmpty() ? ""
				: " Before that, undo what is done, or move it to a change set of its own that is marked as run.";
		return new FailureAnalysis(description,
				"Correct what the changelog says about the trigger and start again." + action, cause);
	}

	private static List<String> done(AttemptedTrigger attempt, String statement) {
		return attempt.undone() ? List.of()
				: Stream.concat(attempt.changesBefore().stream(), attempt.statementsBefore(statement).stream())
					.toList();
	}

	private static String state(AttemptedTrigger attempt, List<String> done) {
		if (attempt.undone()) {
			return attempt.database() + " has undone the change set: the database is as it was before it.";
		}
		if (done.isEmpty()) {
			return "Nothing of the change set was done before: the database is as it was before it.";
		}
		return attempt.database() + " commits each statement. Half of the change set is done:\n\n"
				+ done.stream().map((each) -> "    - " + each).collect(Collectors.joining("\n"));
	}

	private static Optional<String> failedStatement(Throwable cause) {
		return Stream.iterate(cause, (each) -> each != null, Throwable::getCause)
			.map((each) -> FAILED_STATEMENT.matcher(String.valueOf(each.getMessage())))
			.filter(Matcher::find)
			.map((matcher) -> matcher.group(1))
			.findFirst();
	}

	private static String indented(@Nullable String text) {
		return String.valueOf(text).strip().indent(4).stripTrailing();
	}

}
