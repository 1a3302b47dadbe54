package dev.triggerview.testing;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@EachDatabase
class EachDatabaseTests {

	private static final Set<String> SEEN = new HashSet<>();

	private final FreshDatabase database;

	EachDatabaseTests(FreshDatabase database) {
		this.database = database;
	}

	@Test
	void isEmptyAtFirstAndKeepsWhatTheTestWrites() {
		assertThat(SEEN.add(this.database.url())).isTrue();
		this.database.execute("create table account (id int not null primary key, owner varchar(20))",
				"insert into account values (1, 'Ann')");
		assertThat(this.database.value("select owner from account")).isEqualTo("Ann");
	}

	@Test
	void twoDatabasesOfOneKindDoNotSeeEachOther() {
		try (FreshDatabase other = this.database.kind().create()) {
			other.execute("create table only_there (id int not null primary key)");
			assertThatIllegalStateException().isThrownBy(() -> this.database.value("select count(*) from only_there"));
		}
	}

}
