package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.TriggerDialect;
import liquibase.Scope;
import liquibase.change.ChangeFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.OfflineConnection;
import liquibase.exception.ValidationErrors;
import liquibase.parser.core.ParsedNode;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.structure.core.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No attribute is dropped silently: on each of the nine databases, another value gives
 * other statements, or is refused by a message that names the attribute.
 */
class AttributeMeaningTests {

	/**
	 * They say which text is meant or for whom, are for readers, mean nothing, or what a
	 * connection finds: a script drops what is there.
	 */
	private static final Set<String> NOT_IN_STATEMENTS = Set.of("path", "relativeToChangelogFile", "encoding", "dbms",
			"comment", "scope", "variants", "onUnsupported", "ifExists");

	private static final List<Pair> PAIRS = List.of(trigger("triggerName", "t", "u"),
			trigger("tableName", "item", "log"), trigger("schemaName", "a", "b"), trigger("catalogName", "a", "b"),
			trigger("timing", "AFTER", "BEFORE"), trigger("timing", "AFTER", "INSTEAD OF"),
			trigger("events", "UPDATE", "INSERT, DELETE"),
			trigger("events", "UPDATE", "TRUNCATE").with("forEach", "STATEMENT"), trigger("updateColumns", null, "a"),
			trigger("updateColumns", "a", "a, b"), trigger("forEach", "ROW", "STATEMENT"),
			trigger("when", null, "NEW.id > 1"), trigger("oldRow", null, "o"), trigger("newRow", null, "n"),
			trigger("oldTable", null, "o").with("forEach", "STATEMENT"),
			trigger("newTable", null, "n").with("forEach", "STATEMENT"), trigger("follows", null, "u"),
			trigger("precedes", null, "u"), trigger("constraint", null, "true"), trigger("deferrable", null, "true"),
			trigger("deferrable", null, "true").with("constraint", "true"), trigger("initiallyDeferred", null, "true"),
			trigger("initiallyDeferred", null, "true").with("deferrable", "true"),
			trigger("functionName", "f", "g").without("body"),
			trigger("functionArguments", null, "a").without("body").with("functionName", "f"),
			trigger("javaClass", "A", "B").without("body"), trigger("language", null, "plperl"),
			trigger("securityDefiner", null, "true"), trigger("searchPath", null, "s"),
			trigger("definer", null, "me@here"), trigger("enabled", "true", "false"),
			trigger("enabled", "true", "REPLICA"), trigger("enabled", "true", "ALWAYS"),
			trigger("disabled", null, "true"), trigger("remarks", null, "r"), trigger("replaceIfExists", null, "true"),
			trigger("body", "{ x }", "{ y }"), named("dropTrigger", "triggerName", "t", "u"),
			named("dropTrigger", "schemaName", "a", "b"), named("dropTrigger", "catalogName", "a", "b"),
			named("enableTrigger", "triggerName", "t", "u"), named("enableTrigger", "tableName", "t", "u"),
			named("enableTrigger", "schemaName", "a", "b"), named("enableTrigger", "catalogName", "a", "b"),
			named("disableTrigger", "triggerName", "t", "u"), named("disableTrigger", "tableName", "t", "u"),
			named("disableTrigger", "schemaName", "a", "b"), named("disableTrigger", "catalogName", "a", "b"),
			renamed("oldTriggerName", "u"), renamed("newTriggerName", "u"), renamed("tableName", "u"),
			renamed("schemaName", "u"), renamed("catalogName", "u"), function("functionName", "f", "g"),
			function("schemaName", "a", "b"), function("catalogName", "a", "b"), function("returns", "int", "bigint"),
			function("functionArguments", null, "x int"), function("functionBody", "{ x }", "{ y }"),
			function("replaceIfExists", null, "true"), function("language", null, "plperl"),
			function("securityDefiner", null, "true"), function("searchPath", null, "s"),
			function("remarks", null, "r"), droppedFunction("functionName", "f", "g"),
			droppedFunction("functionArguments", "int", "text"), named("dropTrigger", "tableName", "t", "u"),
			droppedFunction("schemaName", "a", "b"), droppedFunction("catalogName", "a", "b"));

	@TempDir
	private Path directory;

	@ParameterizedTest
	@MethodSource("databases")
	void noneIsDropped(String shortName) throws Exception {
		try (Database database = DatabaseFactory.getInstance()
			.findCorrectDatabaseImplementation(
					new OfflineConnection("offline:" + shortName + "?changeLogFile=" + this.directory.resolve("x.csv"),
							new ClassLoaderResourceAccessor()))) {
			StringBuilder dropped = new StringBuilder();
			for (Pair pair : PAIRS) {
				if (pair.isSaidElsewhere(database)) {
					continue;
				}
				String one = pair.result(pair.one(), database);
				String other = pair.result(pair.other(), database);
				boolean named = other.contains("'" + pair.attribute()) || other.contains(", " + pair.attribute())
						|| other.contains("has no functions") || other.contains("needs a connection")
						|| other.contains("with a connection");
				if (other.startsWith("REFUSED") ? !named : one.equals(other)) {
					dropped.append(pair.change() + " " + pair.attribute() + ": " + other + "\n");
				}
			}
			assertThat(dropped.toString()).isEmpty();
		}
	}

	static Stream<String> databases() {
		return TriggerDialect.all().stream().map(TriggerDialect::shortName);
	}

	@ParameterizedTest
	@MethodSource("dev.triggerview.liquibase.XmlSchemaTests#changes")
	void eachIsAskedFor(StoredCodeChange change) {
		Set<String> attributes = new TreeSet<>(change.createChangeMetaData().getParameters().keySet());
		attributes.removeAll(NOT_IN_STATEMENTS);
		assertThat(PAIRS.stream()
			.filter((pair) -> pair.change().equals(change.change()))
			.map(Pair::attribute)
			.collect(Collectors.toSet())).containsAll(attributes);
	}

	private static Pair trigger(String attribute, @Nullable String one, String other) {
		return new Pair("createTrigger",
				Map.of("triggerName", "t", "tableName", "item", "timing", "AFTER", "events", "UPDATE", "body", "{ x }"),
				attribute, one, other);
	}

	private static Pair named(String change, String attribute, String one, String other) {
		return new Pair(change, Map.of("triggerName", "t", "tableName", "item"), attribute, one, other);
	}

	private static Pair renamed(String attribute, String other) {
		return new Pair("renameTrigger", Map.of("oldTriggerName", "t", "newTriggerName", "n", "tableName", "item"),
				attribute, "s", other);
	}

	private static Pair function(String attribute, @Nullable String one, String other) {
		return new Pair("createFunction", Map.of("functionName", "f", "returns", "int", "functionBody", "{ x }"),
				attribute, one, other);
	}

	private static Pair droppedFunction(String attribute, String one, String other) {
		return new Pair("dropFunction", Map.of("functionName", "f"), attribute, one, other);
	}

	private record Pair(String change, Map<String, String> base, String attribute, @Nullable String one, String other) {

		Pair with(String attribute, String value) {
			Map<String, String> attributes = new HashMap<>(this.base);
			attributes.put(attribute, value);
			return new Pair(this.change, attributes, this.attribute, this.one, this.other);
		}

		Pair without(String attribute) {
			Map<String, String> attributes = new HashMap<>(this.base);
			attributes.remove(attribute);
			return new Pair(this.change, attributes, this.attribute, this.one, this.other);
		}

		/**
		 * Where there are schemas, the catalog is that of the connection, as for the
		 * changes of Liquibase. The source of a function of H2 has its types. A trigger
		 * with a name of its own needs no table, and a function none of its arguments.
		 */
		boolean isSaidElsewhere(Database database) {
			boolean h2 = database.getShortName().equals("h2") && this.change.equals("createFunction");
			boolean own = !TriggerDialect.of(database.getShortName()).triggersBelongToTables()
					&& !this.change.equals("createTrigger");
			return switch (this.attribute) {
				case "catalogName" -> database.supports(Schema.class);
				case "returns" -> h2;
				case "functionArguments" ->
					h2 || (this.change.equals("dropFunction") && !database.getShortName().equals("postgresql"));
				case "tableName" -> own;
				default -> false;
			};
		}

		/** The statements for a value, or why there are none. */
		String result(@Nullable String value, Database database) throws Exception {
			StoredCodeChange change = (StoredCodeChange) Scope.getCurrentScope()
				.getSingleton(ChangeFactory.class)
				.create(this.change);
			ParsedNode node = new ParsedNode(null, this.change);
			for (Map.Entry<String, String> attribute : this.base.entrySet()) {
				if (!attribute.getKey().equals(this.attribute)) {
					node.addChild(null, attribute.getKey(), attribute.getValue());
				}
			}
			if (value != null) {
				node.addChild(null, this.attribute, value);
			}
			change.load(node, new ClassLoaderResourceAccessor());
			new ChangeSet(new DatabaseChangeLog("changelog.xml")).addChange(change);
			ValidationErrors errors = change.validate(database);
			if (errors.hasErrors()) {
				return "REFUSED " + errors.getErrorMessages();
			}
			try {
				return Arrays.toString(change.generateStatements(database));
			}
			catch (RuntimeException ex) {
				return "REFUSED " + ex.getMessage();
			}
		}

	}

}
