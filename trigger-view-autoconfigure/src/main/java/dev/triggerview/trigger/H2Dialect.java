package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** H2 2.4, CREATE TRIGGER: a trigger is a Java class or Java source. */
final class H2Dialect extends TriggerDialect {

	private static final String PROBE = "__TV_PROBE";

	@Override
	public String name() {
		return "H2";
	}

	@Override
	public String shortName() {
		return "h2";
	}

	@Override
	public TriggeredRows triggeredRows() {
		return TriggeredRows.COUNTED;
	}

	@Override
	Set<TriggerFeature> features() {
		return EnumSet.of(TriggerFeature.BEFORE, TriggerFeature.INSTEAD_OF, TriggerFeature.ROW_LEVEL,
				TriggerFeature.STATEMENT_LEVEL, TriggerFeature.SEVERAL_EVENTS, TriggerFeature.JAVA_CLASS,
				TriggerFeature.REMARKS);
	}

	@Override
	String fold(String name) {
		return name.toUpperCase(Locale.ROOT);
	}

	/**
	 * Liquibase supposes upper case, whatever DATABASE_TO_LOWER and DATABASE_TO_UPPER say
	 * in the URL.
	 */
	@Override
	public String folded(@Nullable Connection connection, String name, String corrected) throws SQLException {
		if (connection == null || !corrected.equals(fold(name))) {
			return corrected;
		}
		DatabaseMetaData metaData = connection.getMetaData();
		if (metaData.storesUpperCaseIdentifiers()) {
			return corrected;
		}
		return metaData.storesLowerCaseIdentifiers() ? name.toLowerCase(Locale.ROOT) : name;
	}

	@Override
	Set<TriggerFeature> rewritten() {
		return EnumSet.of(TriggerFeature.DISABLED);
	}

	@Override
	Optional<TableLock> lock(KeptTrigger trigger) {
		return Optional
			.of(new H2TableLock((trigger.trigger().kind() != RelationKind.VIEW) ? qualified(trigger.table()) : null));
	}

	/** The first one ends the search for others ({@code Table.fireRow}). */
	@Override
	boolean firesOneInsteadOf() {
		return true;
	}

	@Override
	NameLimit nameLimit() {
		return NameLimit.characters(256);
	}

	@Override
	String eventSeparator() {
		return ", ";
	}

	/** Without the words, a trigger runs once for a statement. */
	@Override
	String level(TriggerDefinition trigger) {
		return (effectiveLevel(trigger) == TriggerLevel.ROW) ? "FOR EACH ROW" : "";
	}

	@Override
	String action(TriggerDefinition trigger) {
		if (trigger.action() instanceof TriggerAction.JavaClass javaClass) {
			return "CALL " + literal(javaClass.name());
		}
		return "AS " + literal(((TriggerAction.Body) trigger.action()).text().strip());
	}

	/** The source becomes a class with the name of the trigger. */
	@Override
	List<TriggerProblem> furtherProblems(TriggerDefinition trigger) {
		List<TriggerProblem> problems = new ArrayList<>();
		if (trigger.action() instanceof TriggerAction.Body body) {
			if (!isJavaName(trigger.name())) {
				problems.add(problem(trigger, "triggerName", "the name of a trigger with source has to be a Java name",
						"choose another one, or name a javaClass"));
			}
			if (!isSource(body.text())) {
				problems.add(problem(trigger, "body",
						"the body is not the source of a Java method, and there is no other language",
						"name a javaClass, in a variant for h2 if other databases run the body"));
			}
		}
		return problems;
	}

	/**
	 * As {@code SourceCompiler} tells scripts from Java, in which a method has a block.
	 */
	static boolean isSource(String text) {
		return text.contains("{") || text.strip().startsWith("//javascript") || text.strip().startsWith("#ruby");
	}

	private static boolean isJavaName(String name) {
		return Character.isJavaIdentifierStart(name.codePointAt(0))
				&& name.codePoints().allMatch(Character::isJavaIdentifierPart);
	}

	@Override
	List<String> afterCreate(TriggerDefinition trigger) {
		return Stream.ofNullable(trigger.remarks())
			.map((remarks) -> "COMMENT ON TRIGGER " + triggerName(trigger) + " IS " + literal(remarks))
			.toList();
	}

	/**
	 * Tries the new trigger under another name before the old one is dropped. A creation
	 * that fails behind a drop in one transaction leaves the row of the dropped trigger
	 * among those of all objects (H2 2.4: {@code Database.addMeta}); beside that of the
	 * trigger that is created again, the database can never be opened any more.
	 *
	 * <p>
	 * Of the INSTEAD OF triggers of a view the first one ends the search for others
	 * ({@code Table.fireRow}), so that the one under the other name stands in for both.
	 * On a table it would run beside them.
	 */
	@Override
	List<String> replaced(KeptTrigger old, KeptTrigger trigger, Collection<String> present) {
		String probe = probe(trigger.name());
		List<String> create = present.contains(probe) ? List.of()
				: List.of(new CreateStatement(trigger.trigger().definition()).named(quote(probe)).sql());
		List<String> drop = dropOne(probe, old.table());
		List<String> replace = super.replaced(old, trigger, present);
		boolean standsIn = trigger.trigger().timing() == TriggerTiming.INSTEAD_OF;
		return (standsIn ? Stream.of(create, replace, drop) : Stream.of(create, drop, replace)).flatMap(List::stream)
			.toList();
	}

	private String probe(String trigger) {
		return nameLimit().derive(trigger, PROBE);
	}

	@Override
	Optional<String> standIn(String trigger) {
		return Optional.of(probe(trigger));
	}

	/** A script that was interrupted may have left the other name behind. */
	@Override
	boolean isDeputy(String trigger) {
		return trigger.endsWith(PROBE);
	}

	/** On a table it runs, but stands in for nothing. */
	@Override
	boolean neverRuns(Trigger deputy) {
		return deputy.timing() != TriggerTiming.INSTEAD_OF;
	}

	/** On a view it is the first one, or the last, as long as the other is there. */
	@Override
	boolean waitsFor(Trigger deputy, Trigger other) {
		return probe(other.name()).equals(deputy.name()) && other.table().isSame(deputy.table());
	}

	@Override
	CatalogQuery catalog() {
		return new H2CatalogQuery(this);
	}

}
