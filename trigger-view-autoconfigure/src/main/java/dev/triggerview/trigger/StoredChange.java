package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What our store knows of a change: what was there before it, and what it made, as the
 * catalog told it then. By that, what somebody has edited since is told from it: the next
 * run keeps an edit as what was there before, and a rollback that overwrites one can say
 * so.
 *
 * @param <T> what the change is about: triggers or functions
 */
public final class StoredChange<T> {

	private static final String FORMER = "FORMER";

	/** What an attempt found that may be an edit, or what one before it had made. */
	private static final String FOUND = "FOUND";

	private static final String MADE = "MADE";

	private final TriggerStore store;

	private final @Nullable String subject;

	private final Form<T> form;

	private final Map<String, String> contents;

	private StoredChange(TriggerStore store, @Nullable String subject, Form<T> form, Map<String, String> contents) {
		this.store = store;
		this.subject = subject;
		this.form = form;
		this.contents = contents;
	}

	/**
	 * Read what the store knows of a change.
	 * @param key tells the change from others; null for one that is not undone, of which
	 * nothing is kept
	 */
	static <T> StoredChange<T> read(Connection connection, TriggerStore store, @Nullable String key, Form<T> form)
			throws SQLException {
		String subject = (key != null) ? NameLimit.sha256(key) : null;
		return new StoredChange<>(store, subject, form,
				(subject != null && store.exists(connection)) ? store.get(connection, subject) : Map.of());
	}

	/** Return what was there before the change, or empty if that is not known. */
	public Optional<List<T>> former() {
		return read(FORMER);
	}

	/**
	 * Return the statements that keep what a change finds of which something else tells
	 * whether it has made that.
	 * @param made what an attempt of the change may have made
	 */
	public List<String> keep(List<T> found, Predicate<T> made) {
		return put(FORMER, former().map((former) -> merged(former, found, made)).orElse(found));
	}

	/**
	 * Return the statements that keep what a change finds before it defines what is there
	 * after it. When an attempt has not come to tell what it made, that is known only
	 * when the next one has made it.
	 */
	public List<String> keep(List<T> found) {
		if (isUnfinished()) {
			return (this.contents.containsKey(FOUND) || edits(found, (each) -> false).isEmpty()) ? List.of()
					: put(FOUND, found);
		}
		return keep(found, this::isMade);
	}

	/**
	 * Return the statements that keep what a change finds and tell what it makes, where
	 * that is known before.
	 */
	public List<String> keep(List<T> found, List<T> made) {
		return Stream.concat(keep(found).stream(), made(found, made).stream()).toList();
	}

	/** Return whether the change has told what it made. */
	public boolean finished() {
		return this.contents.containsKey(MADE);
	}

	private boolean isUnfinished() {
		return this.contents.containsKey(FORMER) && !finished();
	}

	/**
	 * Return the statements that tell what a change made.
	 * @param found what it has found
	 * @param made what is there after it, as the catalog tells it
	 */
	public List<String> made(List<T> found, List<T> made) {
		Set<String> fingerprints = made.stream().map(this.form.fingerprint()).collect(Collectors.toSet());
		List<String> statements = new ArrayList<>();
		if (isUnfinished()) {
			statements.addAll(put(FORMER, merged(former().orElseThrow(), read(FOUND).orElse(found),
					(each) -> fingerprints.contains(this.form.fingerprint().apply(each)))));
			statements.addAll((this.subject != null) ? List.of(this.store.delete(FOUND, this.subject)) : List.of());
		}
		statements.addAll(put(MADE, fingerprints.stream().sorted().collect(Collectors.joining(",", "1,", ""))));
		return statements;
	}

	/**
	 * Return those of some that a rollback would overwrite although neither the change
	 * nor anything before it made them; none where that is not known.
	 */
	public List<T> edited(List<T> present) {
		return finished() ? edits(present, this::isMade) : List.of();
	}

	private List<T> edits(List<T> present, Predicate<T> made) {
		List<T> former = former().orElse(List.of());
		return present.stream()
			.filter((each) -> !made.test(each) && former.stream().noneMatch((old) -> this.form.isEqual(old, each)))
			.toList();
	}

	private boolean isMade(T present) {
		return List.of(this.contents.getOrDefault(MADE, "").split(","))
			.contains(this.form.fingerprint().apply(present));
	}

	/** Return the statements that give the store what it has of the change now. */
	public List<String> restore() {
		String own = this.subject;
		return (own == null) ? List.of()
				: Stream.concat(Stream.of(this.store.delete(own)),
						this.contents.entrySet()
							.stream()
							.flatMap((each) -> this.store.insert(each.getKey(), own, each.getValue())))
					.toList();
	}

	/** Return whether the store has anything of the change. */
	public boolean known() {
		return !this.contents.isEmpty();
	}

	/** Return the statements that forget the change, whatever is known of it by then. */
	public List<String> forget() {
		return (this.subject != null) ? List.of(this.store.delete(this.subject)) : List.of();
	}

	/** What was there before takes what was edited since, and keeps what is gone. */
	private List<T> merged(List<T> former, List<T> found, Predicate<T> made) {
		List<T> edits = found.stream().filter(made.negate()).toList();
		return Stream.concat(
				former.stream()
					.map((old) -> edits.stream()
						.filter((each) -> this.form.same().test(old, each) && !this.form.isEqual(old, each))
						.findFirst()
						.orElse(old)),
				edits.stream().filter((each) -> former.stream().noneMatch((old) -> this.form.same().test(old, each))))
			.toList();
	}

	private Optional<List<T>> read(String purpose) {
		return Optional.ofNullable(this.contents.get(purpose)).map(this.form.read());
	}

	private List<String> put(String purpose, List<T> content) {
		return put(purpose, this.form.write().apply(content));
	}

	private List<String> put(String purpose, String content) {
		return (this.subject == null || content.equals(this.contents.get(purpose))) ? List.of()
				: this.store.put(purpose, this.subject, content);
	}

	/**
	 * How the store has what a change is about.
	 *
	 * @param same whether two are one at different moments
	 * @param fingerprint tells what one does from what others do
	 * @param state what may differ although the fingerprint is the same
	 * @param write makes a text of some
	 * @param read makes some of a text
	 */
	record Form<T>(BiPredicate<T, T> same, Function<T, String> fingerprint, Function<T, Object> state,
			Function<List<T>, String> write, Function<String, List<T>> read) {

		boolean isEqual(T one, T other) {
			return this.same.test(one, other) && this.fingerprint.apply(one).equals(this.fingerprint.apply(other))
					&& this.state.apply(one).equals(this.state.apply(other));
		}

	}

}
