package dev.triggerview.event.bank;

/** An interface that several entities implement. */
public interface Auditable {

	String getChangedBy();

}
