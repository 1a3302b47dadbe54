package dev.triggerview.event;

import java.util.List;

import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.hibernate.bytecode.enhance.spi.DefaultEnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.enhance.spi.UnloadedClass;
import org.hibernate.bytecode.enhance.spi.UnloadedField;
import org.hibernate.bytecode.internal.bytebuddy.BytecodeProviderImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.core.OverridingClassLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Entities that Hibernate's Maven or Gradle plugin has enhanced: they say themselves what
 * has changed. No database has a part in it.
 */
class EnhancedEntityTests {

	private static FreshDatabase database;

	private static LetterWork letters;

	@BeforeAll
	static void start() throws Exception {
		database = TestDatabase.H2.create();
		letters = open(true, "create");
	}

	private static LetterWork open(boolean before, String tables) throws Exception {
		ClassLoader own = Thread.currentThread().getContextClassLoader();
		ClassLoader enhancing = new EnhancingClassLoader(own);
		Thread.currentThread().setContextClassLoader(enhancing);
		try {
			LetterWork office = (LetterWork) enhancing.loadClass("dev.triggerview.event.enhanced.LetterOffice")
				.getDeclaredConstructor()
				.newInstance();
			office.start(before, database.springPropertiesAnd("spring.jpa.hibernate.ddl-auto=" + tables,
					"spring.liquibase.enabled=false", "spring.main.banner-mode=off"));
			return office;
		}
		finally {
			Thread.currentThread().setContextClassLoader(own);
		}
	}

	@AfterAll
	static void close() {
		letters.close();
		database.close();
	}

	@Test
	void whatAListenerSetsIsWrittenByTheSameStatement() {
		assertThat(letters.insert(1)).hasSize(2);
		assertThat(letters.update(1, "changedBy", "set")).hasSize(2);
		assertThat(letters.update(1, "postage.cents", 90)).hasSize(2);
		assertThat(letters.update(1, "text", "unread")).hasSize(2);
		assertThat(database.rows("select subject, changed_by, cents, text from letter where id = 1"))
			.containsExactly(List.of("with text", "set", "90", "unread"));
	}

	@Test
	void whatAListenerSetsInAnInsertedEntityNeedsNoUpdate() {
		assertThat(letters.insert(2)).hasSize(2).first().isInstanceOf(BeforeInsert.class);
		assertThat(database.value("select changed_by from letter where id = 2")).isEqualTo("listener");
	}

	@Test
	void aReferenceThatIsChangedWithoutBeingLoadedHasItsRow() {
		letters.insert(3);
		List<RowChange<?>> heard = letters.updateReference(3, "changed");
		assertThat(heard).hasSize(2).first().isInstanceOf(BeforeUpdate.class);
		assertThat(heard).allSatisfy((change) -> {
			assertThat(change.changed()).containsExactly("subject");
			assertThat(change.<String>old("subject")).isEqualTo("first");
			assertThat(change.<String>now("subject")).isEqualTo("changed");
			assertThat(change.<String>now("changedBy")).isEqualTo("listener");
			assertThat(change.<String>now("postage.currency")).isEqualTo("CHF");
		});
		assertThat(database.rows("select subject, changed_by, text from letter where id = 3"))
			.containsExactly(List.of("changed", "listener", "text"));
	}

	@Test
	void aListenerAfterTheWriteAloneHearsTheRowOfSuchAReference() throws Exception {
		letters.insert(6);
		try (LetterWork office = open(false, "none")) {
			assertThat(office.updateReference(6, "changed")).singleElement().satisfies((change) -> {
				assertThat(change.changed()).containsExactly("subject");
				assertThat(change.<String>old("subject")).isEqualTo("first");
				assertThat(change.<String>now("changedBy")).isEqualTo("listener");
			});
		}
	}

	@Test
	void aReferenceThatIsOverwrittenWithoutBeingLoadedHasItsRow() {
		letters.insert(4);
		List<RowChange<?>> heard = letters.overwriteReference(4, "all");
		assertThat(heard).hasSize(2).allSatisfy((change) -> {
			assertThat(change.changed()).containsExactlyInAnyOrder("subject", "changedBy", "text", "postage.currency");
			assertThat(change.<String>old("changedBy")).isEqualTo("listener");
			assertThat(change.<String>now("text")).isEqualTo("all");
		});
		assertThat(database.rows("select subject, changed_by, text, cents, currency from letter where id = 4"))
			.containsExactly(List.of("all", "all", "all", "0", "all"));
	}

	@Test
	void aReferenceThatIsRemovedWithoutBeingLoadedHasItsRow() {
		letters.insert(5);
		assertThat(letters.removeReference(5)).hasSize(1)
			.allSatisfy((change) -> assertThat(change.<String>old("subject")).isEqualTo("first"));
		assertThat(database.column("select subject from letter where id = 5")).isEmpty();
	}

	private static final class EnhancingClassLoader extends OverridingClassLoader {

		private final Enhancer enhancer = new BytecodeProviderImpl().getEnhancer(new DefaultEnhancementContext() {

			@Override
			public boolean doDirtyCheckingInline(UnloadedClass type) {
				return true;
			}

			@Override
			public boolean hasLazyLoadableAttributes(UnloadedClass type) {
				return true;
			}

			@Override
			public boolean isLazyLoadable(UnloadedField field) {
				return true;
			}

		});

		EnhancingClassLoader(ClassLoader parent) {
			super(parent);
		}

		@Override
		protected boolean isEligibleForOverriding(String name) {
			return name.startsWith("dev.triggerview.event.enhanced.");
		}

		@Override
		protected byte[] transformIfNecessary(String name, byte[] bytes) {
			byte[] enhanced = this.enhancer.enhance(name, bytes);
			return (enhanced != null) ? enhanced : bytes;
		}

	}

}
