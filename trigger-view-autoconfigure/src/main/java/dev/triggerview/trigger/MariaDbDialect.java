package dev.triggerview.trigger;

import java.util.EnumSet;
import java.util.Set;

/**
 * MariaDB Server documentation, CREATE TRIGGER. Several events (12.0) and update columns
 * (11.8) are not used, so that one changelog has the same triggers on every version.
 */
final class MariaDbDialect extends MySqlDialect {

	@Override
	public String name() {
		return "MariaDB";
	}

	@Override
	public String shortName() {
		return "mariadb";
	}

	@Override
	Set<TriggerFeature> features() {
		Set<TriggerFeature> features = EnumSet.copyOf(super.features());
		features.add(TriggerFeature.REPLACE);
		return features;
	}

}
