package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.triggerview.trigger.FunctionOptions;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TransitionNames;
import dev.triggerview.trigger.TriggerAction;
import dev.triggerview.trigger.TriggerConstraint;
import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerEvent;
import dev.triggerview.trigger.TriggerHeader;
import dev.triggerview.trigger.TriggerLevel;
import dev.triggerview.trigger.TriggerOrder;
import dev.triggerview.trigger.TriggerState;
import dev.triggerview.trigger.TriggerTiming;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.util.StringUtil;
import org.jspecify.annotations.Nullable;

/** Turns the attributes of a change into the definition of a trigger on one database. */
final class DeclaredTrigger {

	private final CreateTriggerChange change;

	private final Database database;

	private final TriggerNames names;

	DeclaredTrigger(CreateTriggerChange change, Database database) {
		this(change, database, change.names(database));
	}

	DeclaredTrigger(CreateTriggerChange change, Database database, TriggerNames names) {
		this.change = change;
		this.database = database;
		this.names = names;
	}

	/**
	 * Return the definition.
	 * @throws IllegalArgumentException if attributes are missing, wrong or contradictory
	 */
	TriggerDefinition definition() {
		String name = required("triggerName", this.change.getTriggerName());
		TriggerAction action = action();
		if (action instanceof TriggerAction.CompleteStatement complete) {
			return complete(name, complete);
		}
		return structured(name, required("tableName", this.change.getTableName())).action(action)
			.timing(Attributes.word("timing", required("timing", this.change.getTiming()), TriggerTiming::parse,
					TriggerTiming.class))
			.events(events())
			.build();
	}

	/** The statement says everything; what the attributes repeat must agree. */
	private TriggerDefinition complete(String name, TriggerAction.CompleteStatement complete) {
		TriggerHeader header = header(complete).orElseThrow(() -> new IllegalArgumentException(
				"The statement of trigger " + name + " is no complete CREATE TRIGGER statement"));
		TriggerDialect dialect = TriggerDialect.of(this.database.getShortName());
		CompleteStatement statement = new CompleteStatement(this.change, header, dialect);
		statement.check();
		RelationName table = relation(header, this.names);
		return TriggerDefinition.of(header.name(), table)
			.action(schema(header) != null ? complete
					: new TriggerAction.CompleteStatement(dialect.inSchemaOf(table, complete.sql())))
			.timing(header.timing())
			.events(header.events())
			.updateColumns(header.updateColumns())
			.level(header.level())
			.when(header.when())
			.order(statement.order(object(this.change.getPrecedes())))
			.state(state())
			.remarks(StringUtil.standardizeLineEndings(this.change.getRemarks()))
			.build();
	}

	private Optional<TriggerHeader> header(TriggerAction.CompleteStatement complete) {
		return TriggerDialect.of(this.database.getShortName()).header(complete.sql());
	}

	private RelationName relation(TriggerHeader header, TriggerNames names) {
		String table = header.table().name();
		String schema = schema(header);
		return (schema != null) ? names.relation(null, null, table).inSchema(RelationName.of(schema, table))
				: names.relation(this.change.getCatalogName(), this.change.getSchemaName(), table).sibling(table);
	}

	private static @Nullable String schema(TriggerHeader header) {
		return (header.table().schema() != null) ? header.table().schema() : header.schema();
	}

	/**
	 * Return the table that a complete statement names; empty if attributes do, and if
	 * validation refuses the statement.
	 */
	Optional<RelationName> tableOfStatement() {
		try {
			return (action() instanceof TriggerAction.CompleteStatement complete)
					? header(complete).map((header) -> relation(header, new TriggerNames(this.database)))
					: Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private TriggerDefinition.Builder structured(String name, String table) {
		String level = this.change.getForEach();
		String own = this.names.object(name);
		return TriggerDefinition
			.of(own, this.names.relation(this.change.getCatalogName(), this.change.getSchemaName(), table))
			.updateColumns(CommaList.items(this.change.getUpdateColumns()).stream().map(this.names::column).toList())
			.level((level != null) ? Attributes.word("forEach", level, TriggerLevel::parse, TriggerLevel.class) : null)
			.when(StringUtil.standardizeLineEndings(this.change.getWhen()))
			.transitions(new TransitionNames(this.change.getOldRow(), this.change.getNewRow(),
					this.change.getOldTable(), this.change.getNewTable()))
			.order(order(own))
			.constraint(constraint())
			.functionOptions(new FunctionOptions(Objects.requireNonNullElse(this.change.getLanguage(), "plpgsql"),
					isTrue(this.change.getSecurityDefiner()), this.change.getSearchPath()))
			.definer(this.change.getDefiner())
			.state(state())
			.remarks(StringUtil.standardizeLineEndings(this.change.getRemarks()));
	}

	private TriggerOrder order(String own) {
		TriggerOrder order = new TriggerOrder(object(this.change.getFollows()), object(this.change.getPrecedes()));
		if (own.equals(order.follows()) || own.equals(order.precedes())) {
			throw new IllegalArgumentException(
					"Trigger " + own + " can neither follow nor precede itself; name another one");
		}
		return order;
	}

	private Set<TriggerEvent> events() {
		return TriggerEvent.words(required("events", this.change.getEvents()))
			.map((word) -> Attributes.word("events", word, TriggerEvent::parse, TriggerEvent.class))
			.collect(Collectors.toSet());
	}

	private @Nullable String object(@Nullable String name) {
		return (name != null) ? this.names.object(name) : null;
	}

	private @Nullable TriggerConstraint constraint() {
		if (isTrue(this.change.getInitiallyDeferred()) && Boolean.FALSE.equals(this.change.getDeferrable())) {
			throw contradiction("initiallyDeferred", "deferrable");
		}
		if (Boolean.FALSE.equals(this.change.getConstraint())
				&& (isTrue(this.change.getDeferrable()) || isTrue(this.change.getInitiallyDeferred()))) {
			throw contradiction("constraint", "deferrable");
		}
		if (isTrue(this.change.getInitiallyDeferred())) {
			return TriggerConstraint.INITIALLY_DEFERRED;
		}
		if (isTrue(this.change.getDeferrable())) {
			return TriggerConstraint.INITIALLY_IMMEDIATE;
		}
		return isTrue(this.change.getConstraint()) ? TriggerConstraint.NOT_DEFERRABLE : null;
	}

	private TriggerState state() {
		if (this.change.getEnabled() != null) {
			TriggerState state = Attributes.word("enabled", this.change.getEnabled(), TriggerState::parse,
					TriggerState.class);
			Boolean disabled = this.change.getDisabled();
			if (disabled != null && disabled != (state == TriggerState.DISABLED)) {
				throw contradiction("enabled", "disabled");
			}
			return state;
		}
		return isTrue(this.change.getDisabled()) ? TriggerState.DISABLED : TriggerState.ENABLED;
	}

	private IllegalArgumentException contradiction(String first, String second) {
		return new IllegalArgumentException("The attributes " + first + " and " + second + " of trigger "
				+ this.change.getTriggerName() + " contradict each other; keep one of them");
	}

	private TriggerAction action() {
		if (this.change.getFunctionArguments() != null && this.change.getFunctionName() == null) {
			throw new IllegalArgumentException("Trigger " + this.change.getTriggerName()
					+ " has functionArguments without a functionName that takes them");
		}
		this.change.getVariants().forEach((variant) -> variant.loadErrors().forEach((message) -> {
			throw new IllegalArgumentException(message);
		}));
		List<TriggerAction> actions = new ArrayList<>();
		for (TriggerVariant variant : this.change.getVariants()) {
			if (DatabaseList.definitionMatches(required("variants.dbms", variant.getDbms()), this.database, false)) {
				actions.addAll(actions(variant.getBody(), variant.getPath(), null, variant.getJavaClass()));
			}
		}
		if (actions.isEmpty()) {
			actions.addAll(actions(this.change.getBody(), this.change.getPath(), this.change.getFunctionName(),
					this.change.getJavaClass()));
		}
		if (actions.size() != 1) {
			throw new IllegalArgumentException("Trigger " + this.change.getTriggerName() + " has " + actions.size()
					+ " bodies for " + this.database.getShortName()
					+ "; give exactly one of body, path, functionName, javaClass or a variant for the database");
		}
		return actions.get(0);
	}

	private List<TriggerAction> actions(@Nullable String body, @Nullable String path, @Nullable String function,
			@Nullable String javaClass) {
		List<TriggerAction> actions = new ArrayList<>();
		if (body != null) {
			actions.add(code(body));
		}
		if (path != null) {
			actions.add(code(this.change.bodyFile(path).text()));
		}
		if (function != null) {
			actions.add(call(function));
		}
		if (javaClass != null) {
			actions.add(new TriggerAction.JavaClass(javaClass));
		}
		return actions;
	}

	/**
	 * Lines end with a line feed however the file was checked out: the clients of
	 * MariaDB, MySQL, SQLite and HSQLDB take carriage returns out of a script, so that it
	 * would create another text than an update.
	 */
	private static TriggerAction code(String declared) {
		String text = StringUtil.standardizeLineEndings(declared);
		return TriggerHeader.isCreate(text) ? new TriggerAction.CompleteStatement(text) : new TriggerAction.Body(text);
	}

	private TriggerAction call(String function) {
		int dot = function.lastIndexOf('.');
		String schema = (dot > 0) ? function.substring(0, dot) : this.change.getSchemaName();
		RelationName name = this.names.relation(null, schema, function.substring(dot + 1));
		return new TriggerAction.FunctionCall(name, CommaList.items(this.change.getFunctionArguments()));
	}

	private static boolean isTrue(@Nullable Boolean value) {
		return Boolean.TRUE.equals(value);
	}

	private String required(String attribute, @Nullable String value) {
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException("createTrigger"
					+ ((this.change.getTriggerName() != null) ? " of " + this.change.getTriggerName() : "")
					+ " needs the attribute " + attribute);
		}
		return value;
	}

}
