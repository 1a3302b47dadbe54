package dev.triggerview.repository.shop;

public record IdAndName(Integer id, String name) {

}
