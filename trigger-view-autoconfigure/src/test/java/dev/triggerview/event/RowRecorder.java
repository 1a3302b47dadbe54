package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.triggerview.event.bank.Auditable;
import dev.triggerview.event.bank.Vehicle;

import org.springframework.context.event.EventListener;

/** Hears all rows, keeps what it heard, and does what a test wants. */
class RowRecorder {

	private final List<RowChange<?>> events = new ArrayList<>();

	final List<RowChange<?>> vehicles = new ArrayList<>();

	final List<RowChange<?>> auditables = new ArrayList<>();

	Consumer<BeforeRowChange<?>> onBefore;

	Consumer<AfterRowChange<?>> onAfter;

	RowRecorder() {
		reset();
	}

	@EventListener
	void before(BeforeRowChange<?> change) {
		this.events.add(change);
		this.onBefore.accept(change);
	}

	@EventListener
	void after(AfterRowChange<?> change) {
		this.events.add(change);
		this.onAfter.accept(change);
	}

	@EventListener
	void vehicle(AfterInsert<Vehicle> change) {
		this.vehicles.add(change);
	}

	@EventListener
	void auditable(RowChange<Auditable> change) {
		this.auditables.add(change);
	}

	void reset() {
		this.onBefore = (change) -> {
		};
		this.onAfter = (change) -> {
		};
		clear();
	}

	void clear() {
		this.events.clear();
		this.vehicles.clear();
		this.auditables.clear();
	}

	void set(String property, Object value) {
		this.onBefore = (change) -> {
			if (change instanceof BeforeWrite<?> write) {
				write.set(property, value);
			}
		};
	}

	List<AfterRowChange<?>> after() {
		return this.events.stream()
			.filter(AfterRowChange.class::isInstance)
			.<AfterRowChange<?>>map((event) -> (AfterRowChange<?>) event)
			.toList();
	}

	List<String> names() {
		return this.events.stream().map((event) -> event.toString().replaceAll("\\[.*", "")).toList();
	}

	long count(Class<?> type) {
		return this.events.stream().filter(type::isInstance).count();
	}

	<E> E last(Class<E> type) {
		return this.events.stream()
			.filter(type::isInstance)
			.map(type::cast)
			.reduce((first, second) -> second)
			.orElseThrow();
	}

}
