package dev.triggerview.repository.archive;

public record ArchivedSale(String city, String customerName) {

}
