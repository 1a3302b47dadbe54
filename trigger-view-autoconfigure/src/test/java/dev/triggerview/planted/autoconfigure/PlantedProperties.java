package dev.triggerview.planted.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("planted")
class PlantedProperties {

}
