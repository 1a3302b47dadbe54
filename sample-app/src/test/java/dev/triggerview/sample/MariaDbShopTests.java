package dev.triggerview.sample;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

@ActiveProfiles("mariadb")
class MariaDbShopTests extends ShopTests {

	/** A directory that all users of a machine share lets only the first of them in. */
	@Test
	void keepsItsFilesApartForEachUser() {
		assertThat(jdbc().sql("select concat(@@datadir, '\n', @@tmpdir)").query(String.class).single().lines())
			.allSatisfy((directory) -> assertThat(directory)
				.contains("trigger-view-shop-" + System.getProperty("user.name")));
	}

	/** The database writes through the view by itself. */
	@Override
	protected List<String> triggersOfViews() {
		return List.of();
	}

}
