package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerEvent;
import dev.triggerview.trigger.TriggerFeature;
import dev.triggerview.trigger.TriggerHeader;
import dev.triggerview.trigger.TriggerLevel;
import dev.triggerview.trigger.TriggerOrder;
import dev.triggerview.trigger.TriggerTiming;
import org.jspecify.annotations.Nullable;

/**
 * A complete {@code CREATE TRIGGER} statement beside attributes: what they repeat must
 * agree, and what only the statement can say must not be left to them.
 */
final class CompleteStatement {

	private final CreateTriggerChange change;

	private final TriggerHeader header;

	private final TriggerDialect dialect;

	private final List<String> contradictions = new ArrayList<>();

	CompleteStatement(CreateTriggerChange change, TriggerHeader header, TriggerDialect dialect) {
		this.dialect = dialect;
		this.change = change;
		this.header = header;
	}

	/**
	 * Return the place of the trigger, which an attribute tells where no statement can.
	 * @throws IllegalArgumentException if both tell one
	 */
	TriggerOrder order(@Nullable String precedes) {
		return new TriggerOrder(this.header.behind(), saysWhatFollows() ? null : precedes);
	}

	/**
	 * Check the attributes.
	 * @throws IllegalArgumentException naming every attribute that contradicts
	 */
	void check() {
		names();
		moments();
		onlyInStatement();
		if (!this.contradictions.isEmpty()) {
			throw new IllegalArgumentException(String.join("\n", this.contradictions));
		}
	}

	private void names() {
		compare("triggerName", this.change.getTriggerName(), this.header.name());
		compare("tableName", this.change.getTableName(), this.header.table().name());
		compare("schemaName", this.change.getSchemaName(),
				(this.header.table().schema() != null) ? this.header.table().schema() : this.header.schema());
	}

	private void moments() {
		if (this.change.getTiming() != null) {
			compare("timing",
					Attributes.word("timing", this.change.getTiming(), TriggerTiming::parse, TriggerTiming.class),
					this.header.timing());
		}
		if (this.change.getEvents() != null) {
			compare("events", TriggerEvent.parseAll(this.change.getEvents()), this.header.events());
		}
		if (this.change.getUpdateColumns() != null) {
			compare("updateColumns", folded(CommaList.items(this.change.getUpdateColumns())),
					folded(this.header.updateColumns()));
		}
		if (this.change.getForEach() != null) {
			compare("forEach",
					Attributes.word("forEach", this.change.getForEach(), TriggerLevel::parse, TriggerLevel.class),
					this.header.level());
		}
		if (this.change.getWhen() != null && !this.header.hasCondition(this.change.getWhen())) {
			contradiction("when", this.change.getWhen(), this.header.when());
		}
	}

	private void onlyInStatement() {
		Stream
			.of(given("oldRow", this.change.getOldRow()), given("newRow", this.change.getNewRow()),
					given("oldTable", this.change.getOldTable()), given("newTable", this.change.getNewTable()),
					given("follows", this.change.getFollows()),
					given("precedes", saysWhatFollows() ? this.change.getPrecedes() : null),
					given("constraint", this.change.getConstraint()), given("deferrable", this.change.getDeferrable()),
					given("initiallyDeferred", this.change.getInitiallyDeferred()),
					given("language", this.change.getLanguage()),
					given("securityDefiner", this.change.getSecurityDefiner()),
					given("searchPath", this.change.getSearchPath()), given("definer", this.change.getDefiner()))
			.flatMap((attribute) -> attribute)
			.forEach((attribute) -> this.contradictions.add("The attribute " + attribute + " of trigger "
					+ this.header.name() + " has no effect beside a complete statement; say it in the statement"));
	}

	private boolean saysWhatFollows() {
		return this.dialect.support(TriggerFeature.PRECEDES) != TriggerDialect.Support.REWRITTEN;
	}

	private static Stream<String> given(String attribute, @Nullable Object value) {
		return (value != null) ? Stream.of(attribute) : Stream.of();
	}

	private static Set<String> folded(List<String> names) {
		return names.stream().map((name) -> name.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
	}

	private void compare(String attribute, @Nullable String declared, @Nullable String written) {
		if (declared != null && written != null && !declared.equalsIgnoreCase(written)) {
			contradiction(attribute, declared, written);
		}
	}

	private void compare(String attribute, Object declared, @Nullable Object written) {
		if (!declared.equals(written)) {
			contradiction(attribute, declared, written);
		}
	}

	private void contradiction(String attribute, Object declared, @Nullable Object written) {
		this.contradictions.add("The attribute " + attribute + " of trigger " + this.header.name() + " is '" + declared
				+ "', but its statement says '" + Objects.requireNonNullElse(written, "") + "'");
	}

}
