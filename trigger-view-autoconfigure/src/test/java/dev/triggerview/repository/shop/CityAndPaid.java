package dev.triggerview.repository.shop;

public record CityAndPaid(String city, Integer paid) {

}
