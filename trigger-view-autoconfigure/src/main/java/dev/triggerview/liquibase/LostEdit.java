package dev.triggerview.liquibase;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.Function;
import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.TriggerDialect;
import liquibase.Scope;
import liquibase.database.Database;

/**
 * What a rollback overwrites although the change has not made it: somebody has edited it
 * since. A rollback is made in an emergency and need not wait for that to be sorted out,
 * so that it goes on and tells what was there.
 */
record LostEdit(StoredCodeChange change, Database database) {

	/** Return what warns of a rollback that overwrites triggers. */
	List<String> triggers(List<KeptTrigger> edited) {
		return edited.stream()
			.map((trigger) -> warning("trigger " + trigger.name() + " on " + trigger.table(),
					Stream.concat(trigger.function().stream(), Stream.of(trigger.trigger().definition()))))
			.toList();
	}

	/** Return what warns of a rollback that overwrites functions. */
	List<String> functions(List<Function> edited) {
		return edited.stream()
			.map((function) -> warning("function " + function.name() + "(" + function.arguments() + ")",
					Stream.of(function.definition())))
			.toList();
	}

	/** Warn when a script is written. */
	void tell(List<String> warnings) {
		warnings.forEach(Scope.getCurrentScope().getLog(LostEdit.class)::warning);
	}

	private String warning(String object, Stream<String> statements) {
		TriggerDialect dialect = TriggerDialect.of(this.database.getShortName());
		return ("%s: the rollback overwrites %s of %s %s, which somebody has changed or created since the change was"
				+ " made. What it has been until now:%n%s")
			.formatted(this.change.change(), object, dialect.name(), this.database.getConnection().getURL(),
					statements.map(dialect::scripted).collect(Collectors.joining(System.lineSeparator())));
	}

}
