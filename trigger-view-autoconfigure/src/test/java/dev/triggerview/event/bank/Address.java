package dev.triggerview.event.bank;

import jakarta.persistence.Embeddable;

/** An embedded value that cannot be changed in place. */
@Embeddable
public record Address(String street, String city) {
}
