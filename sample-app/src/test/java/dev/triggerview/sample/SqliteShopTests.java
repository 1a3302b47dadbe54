package dev.triggerview.sample;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("sqlite")
class SqliteShopTests extends ShopTests {

	/** A BEFORE trigger of SQLite cannot change the row that is written. */
	@Override
	protected String timingOfLastModified() {
		return "AFTER";
	}

}
