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
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		ClassLoader enhancing = new EnhancingClassLoader(before);
		Thread.currentThread().setContextClassLoader(enhancing);
		try {
			database = TestDatabase.H2.create();
			letters = (LetterWork) enhancing.loadClass("dev.triggerview.event.enhanced.LetterOffice")
				.getDeclaredConstructor()
				.newInstance();
			letters.start(database.springPropertiesAnd("spring.jpa.hibernate.ddl-auto=create",
					"spring.liquibase.enabled=false", "spring.main.banner-mode=off"));
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
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
