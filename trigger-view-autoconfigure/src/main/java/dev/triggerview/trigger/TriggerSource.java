package dev.triggerview.trigger;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Declares a trigger of the catalog again: by its parts where they create the same
 * trigger, otherwise by its statement. Names of its own schema are left unqualified.
 */
public final class TriggerSource {

	private final TriggerDialect dialect;

	private final Trigger trigger;

	private final @Nullable Function function;

	private final String statement;

	/**
	 * Create for a trigger of a database.
	 * @param function the function that it calls, {@code null} if it calls none or the
	 * function is declared by itself
	 */
	public TriggerSource(TriggerDialect dialect, Trigger trigger, @Nullable Function function) {
		this.dialect = dialect;
		this.trigger = trigger;
		this.function = function;
		this.statement = new UnqualifiedSql(dialect).of(trigger.definition(), trigger.table());
	}

	/**
	 * Return the declaration by parts, with the body of a function that was generated for
	 * the trigger; empty if something would be lost.
	 */
	public Optional<TriggerDefinition> structured(TriggerOrder order) {
		return actions().map((action) -> header(order).action(action).build()).filter(this::createsTheSame).findFirst();
	}

	/** Return the declaration by the statement. */
	public TriggerDefinition complete(TriggerOrder order) {
		String text = placed(this.statement, unqualified(), order);
		return header(TriggerOrder.ANY).action(new TriggerAction.CompleteStatement(text)).build();
	}

	/** Return the statement with the names of its own schema qualified. */
	public String qualified(TriggerOrder order) {
		return placed(this.trigger.definition(), this.trigger.table(), order);
	}

	private String placed(String text, RelationName table, TriggerOrder order) {
		Optional<String> code = order.equals(TriggerOrder.ANY) ? Optional.empty() : code(text, table);
		return code.map((body) -> this.dialect.statement(header(order).table(table).body(body).build(), body))
			.orElse(text);
	}

	private boolean createsTheSame(TriggerDefinition definition) {
		TriggerDefinition unordered = definition.toBuilder().order(TriggerOrder.ANY).build();
		if (!this.dialect.problems(unordered).isEmpty() || this.dialect.triggerNames(unordered).size() > 1) {
			return false;
		}
		String created = this.dialect.statement(unordered, this.dialect.action(unordered));
		return created.equals(this.statement) || (this.dialect.catalog().rewritesStatements()
				&& new UnqualifiedSql(this.dialect).sameWords(created, this.statement));
	}

	private TriggerDefinition.Builder header(TriggerOrder order) {
		return TriggerDefinition.of(this.trigger.name(), unqualified())
			.timing(this.trigger.timing())
			.events(this.trigger.events())
			.updateColumns(this.trigger.updateColumns())
			.level(this.trigger.level())
			.when(this.trigger.when().orElse(null))
			.transitions(new ReferencingClause(this.statement).names())
			.order(order)
			.constraint(this.trigger.constraint().orElse(null))
			.functionOptions(
					(this.function != null) ? new FunctionSource(this.function).options() : FunctionOptions.DEFAULT)
			.definer(this.trigger.definer().orElse(null))
			.state(this.trigger.state())
			.remarks(this.trigger.remarks().orElse(null));
	}

	private Stream<TriggerAction> actions() {
		if (this.trigger.events().isEmpty()) {
			return Stream.empty();
		}
		if (this.trigger.function().isPresent()) {
			return generatedBody().or(() -> call(this.trigger.function().get())).stream();
		}
		return Stream
			.of(lastLiteralAfter("CALL").map(TriggerAction.JavaClass::new),
					code(this.statement, unqualified()).map(TriggerAction.Body::new),
					lastLiteralAfter("AS").map(TriggerAction.Body::new))
			.flatMap(Optional::stream);
	}

	private Optional<TriggerAction> generatedBody() {
		if (this.function == null || !this.function.generated() || this.function.callers().size() != 1) {
			return Optional.empty();
		}
		FunctionSource source = new FunctionSource(this.function);
		return source.bodies()
			.stream()
			.filter((body) -> generates(body, source))
			.findFirst()
			.map(TriggerAction.Body::new);
	}

	private boolean generates(String body, FunctionSource source) {
		TriggerDefinition definition = header(TriggerOrder.ANY).body(body).build();
		PostgreSqlFunction generated = new PostgreSqlFunction(new PostgreSqlDialect(), definition);
		return generated.name().name().equals(source.name())
				&& source.code().equals("\n" + generated.body(source.options()));
	}

	/** The arguments of a call are literals; others than simple ones are left alone. */
	private Optional<TriggerAction> call(RelationName called) {
		List<SqlToken> tokens = this.dialect.text(this.statement).tokens();
		List<SqlToken> arguments = tokens.stream()
			.filter((token) -> token.start() > this.statement.lastIndexOf("EXECUTE FUNCTION "))
			.filter((token) -> token.kind() == SqlToken.Kind.LITERAL)
			.toList();
		boolean same = Objects.equals(called.schema(), this.trigger.table().schema());
		RelationName name = same ? RelationName.of(called.name()) : RelationName.of(called.schema(), called.name());
		return Optional.of(new TriggerAction.FunctionCall(name,
				arguments.stream().map(SqlToken::text).map(TriggerSource::unquoted).toList()));
	}

	private Optional<String> lastLiteralAfter(String word) {
		List<SqlToken> tokens = this.dialect.text(this.statement).tokens();
		if (tokens.size() < 2 || !tokens.get(tokens.size() - 2).isAnyOf(word)) {
			return Optional.empty();
		}
		SqlToken last = tokens.get(tokens.size() - 1);
		return Stream.of(last)
			.filter((token) -> token.text().startsWith("'"))
			.map(SqlToken::text)
			.map(TriggerSource::unquoted)
			.findFirst();
	}

	/** What follows the header, where the header is the one that we would write. */
	private Optional<String> code(String text, RelationName table) {
		String header = this.dialect.statement(header(TriggerOrder.ANY).table(table).body("-").build(), "");
		return text.startsWith(header) ? Optional.of(text.substring(header.length()).strip()) : Optional.empty();
	}

	private RelationName unqualified() {
		return RelationName.of(this.trigger.table().name());
	}

	private static String unquoted(String literal) {
		return literal.substring(1, literal.length() - 1).replace("''", "'");
	}

}
