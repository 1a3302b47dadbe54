package dev.triggerview.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;

/**
 * An {@link EventListener} for row events with the conditions of a trigger: what
 * {@code CREATE TRIGGER} says with {@code UPDATE OF} and {@code WHEN} needs no code. The
 * method's parameter names the entity: <pre>
 * &#64;EntityTrigger(of = "price", when = "new.price &gt; old.price")
 * void raised(AfterUpdate&lt;Product&gt; event) {
 * </pre> A property that the entity does not have, and a condition that can never be
 * true, stop the application at its start.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@EventListener
public @interface EntityTrigger {

	/** Return the timings, those of the parameter's type when empty. */
	Timing[] timing() default {};

	/** Return the operations, those of the parameter's type when empty. */
	Operation[] events() default {};

	/**
	 * Return the properties of which at least one differs for an update to fire, embedded
	 * ones by path; all when empty. Inserts and deletes fire whatever is here.
	 */
	String[] of() default {};

	/**
	 * Return the condition in the Spring Expression Language, with {@code new} and
	 * {@code old} for the rows and {@code #event} for the event; none when empty. As in
	 * SQL, a comparison with null is not true, and neither is one with a row that does
	 * not exist.
	 */
	String when() default "";

	/** Return the order among the listeners of an event, lower first. */
	int order() default Ordered.LOWEST_PRECEDENCE;

}
