package dev.triggerview.event;

import java.util.List;

/**
 * Work with an entity that is known to another class loader; it returns what was heard.
 */
public interface LetterWork extends AutoCloseable {

	void start(String... properties);

	/** Insert a letter; a listener sets who has changed it. */
	List<RowChange<?>> insert(long id);

	/** Change the subject; a listener sets another property. */
	List<RowChange<?>> update(long id, String property, Object value);

	@Override
	void close();

}
