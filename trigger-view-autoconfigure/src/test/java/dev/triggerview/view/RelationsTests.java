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

	private final Relations relations = new Relations(List.of(HIDDEN, UPPER, VISIBLE, ALONE), List.of(),
			Set.of(VISIBLE, UPPER));

	@Test
	void aNameWithoutSchemaMeansWhatItReaches() {
		assertThat(this.relations.find(RelationName.of("account"), false)).hasValue(VISIBLE);
		assertThat(this.relations.find(RelationName.of("entry"), false)).isEmpty();
	}

	@Test
	void aSchemaIsFoundInAnyCase() {
		assertThat(this.relations.find(RelationName.of("audit", "account"), false)).hasValue(HIDDEN);
		assertThat(this.relations.find(RelationName.of("AUDIT", "account"), false)).hasValue(HIDDEN);
		assertThat(this.relations.find(RelationName.of("other", "account"), true)).isEmpty();
	}

	@Test
	void theSameCaseGoesFirstAndAnotherCountsWhereTheDatabaseSaysSo() {
		assertThat(this.relations.find(RelationName.of("app", "account"), true)).hasValue(VISIBLE);
		assertThat(this.relations.find(RelationName.of("app", "ACCOUNT"), true)).hasValue(UPPER);
		assertThat(this.relations.find(RelationName.of("audit", "Entry"), true)).hasValue(ALONE);
		assertThat(this.relations.find(RelationName.of("audit", "Entry"), false)).isEmpty();
	}

}
