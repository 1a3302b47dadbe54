package dev.triggerview.view;

import java.util.List;
import java.util.Set;

import dev.triggerview.trigger.RelationName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which relation of the catalog a name means. */
class RelationsTests {

	private static final RelationName VISIBLE = RelationName.of("app", "account");

	private static final RelationName HIDDEN = RelationName.of("audit", "account");

	private static final RelationName UPPER = RelationName.of("app", "ACCOUNT");

	private static final RelationName ALONE = RelationName.of("audit", "entry");

	private final Relations relations = relations(false);

	private final Relations ignoringCase = relations(true);

	private static Relations relations(boolean ignoreCase) {
		return new Relations(List.of(HIDDEN, UPPER, VISIBLE, ALONE), List.of(), Set.of(VISIBLE, UPPER), true,
				ignoreCase);
	}

	@Test
	void aNameWithoutSchemaMeansWhatItReaches() {
		assertThat(this.relations.find(RelationName.of("account"))).hasValue(VISIBLE);
		assertThat(this.relations.find(RelationName.of("entry"))).isEmpty();
	}

	@Test
	void aSchemaIsFoundInAnyCase() {
		assertThat(this.relations.find(RelationName.of("audit", "account"))).hasValue(HIDDEN);
		assertThat(this.relations.find(RelationName.of("AUDIT", "account"))).hasValue(HIDDEN);
		assertThat(this.ignoringCase.find(RelationName.of("other", "account"))).isEmpty();
	}

	@Test
	void theSameCaseGoesFirstAndAnotherCountsWhereTheDatabaseSaysSo() {
		assertThat(this.ignoringCase.find(RelationName.of("app", "account"))).hasValue(VISIBLE);
		assertThat(this.ignoringCase.find(RelationName.of("app", "ACCOUNT"))).hasValue(UPPER);
		assertThat(this.ignoringCase.find(RelationName.of("audit", "Entry"))).hasValue(ALONE);
		assertThat(this.relations.find(RelationName.of("audit", "Entry"))).isEmpty();
	}

}
