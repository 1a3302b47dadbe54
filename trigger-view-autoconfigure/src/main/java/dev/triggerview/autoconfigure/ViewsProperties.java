package dev.triggerview.autoconfigure;

import dev.triggerview.hibernate.ViewSettings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the entities that are mapped to views.
 *
 * @param enabled Whether entities that are mapped to views are read-only and never stale.
 * @param validate What happens at start-up when an entity does not fit its view.
 * @param probeIdentifiers Whether start-up reads each view once to find rows that share
 * an identifier.
 */
@ConfigurationProperties("trigger-view.views")
public record ViewsProperties(@DefaultValue("true") boolean enabled, @DefaultValue("fail") ViewSettings.Check validate,
		@DefaultValue("false") boolean probeIdentifiers) {

}
