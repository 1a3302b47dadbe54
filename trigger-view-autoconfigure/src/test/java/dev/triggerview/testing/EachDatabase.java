package dev.triggerview.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test class once on each database of the build; its constructor receives the
 * {@link FreshDatabase}, which is shared by the methods of the class and dropped after
 * the last one.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EachDatabaseCondition.class)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(EachDatabaseArguments.class)
public @interface EachDatabase {

	/**
	 * Return the databases that the class runs on, all when empty. Leaving one out needs
	 * the database's own reason in the class comment.
	 */
	TestDatabase[] value() default {};

}
