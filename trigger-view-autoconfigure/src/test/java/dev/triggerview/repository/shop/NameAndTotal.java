package dev.triggerview.repository.shop;

public record NameAndTotal(String name, Long totalAmount) {

}
