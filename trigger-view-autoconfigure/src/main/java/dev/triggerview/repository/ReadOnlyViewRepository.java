package dev.triggerview.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.transaction.annotation.Transactional;

/**
 * Marks a Spring Data JPA repository as one that only reads: of an entity that is mapped
 * to a view, or of a view and a Java record without any entity.
 * <p>
 * It works on interfaces that extend {@link ViewRepository}, {@link RecordRepository} or
 * Spring Data's plain {@code Repository}, and on any interface that these extend. Every
 * method of the repository, derived queries too, runs in a read-only transaction; methods
 * that would write do not exist, and an interface that declares one fails at start-up.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Transactional(readOnly = true)
public @interface ReadOnlyViewRepository {

	/**
	 * Return the view that a {@link RecordRepository} reads, as it would be written in
	 * SQL: {@code sales_by_region} or {@code reporting.sales_by_region}. Every other
	 * repository leaves it empty, because its entity names the view.
	 */
	String view() default "";

	/**
	 * Return the tables that the view reads beside those that the database's catalog
	 * tells. They are needed only where it tells too little: a function in the view reads
	 * them, a trigger of theirs writes what the view shows, or the account may not see
	 * the definition. Pending changes of these tables are flushed before the view is
	 * queried.
	 */
	String[] baseTables() default {};

}
