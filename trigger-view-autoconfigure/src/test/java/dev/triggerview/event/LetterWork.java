package dev.triggerview.event;

import java.util.List;

/**
 * Work with an entity that is known to another class loader; it returns what was heard.
 */
public interface LetterWork extends AutoCloseable {

	/**
	 * Start.
	 * @param before whether there is a listener before the writes too
	 */
	void start(boolean before, String... properties);

	/** Insert a letter; a listener sets who has changed it. */
	List<RowChange<?>> insert(long id);

	/** Change the subject; a listener sets another property. */
	List<RowChange<?>> update(long id, String property, Object value);

	/** Change the subject of a reference that was not loaded. */
	List<RowChange<?>> updateReference(long id, String subject);

	/** Change everything in a reference that was not loaded. */
	List<RowChange<?>> overwriteReference(long id, String value);

	/** Change the subject of a reference that was not loaded, and remove it. */
	List<RowChange<?>> removeReference(long id);

	@Override
	void close();

}
