package dev.triggerview.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/** How auto-configurations, properties and packages are written. */
final class WiringRules {

	static final ArchRule AUTO_CONFIGURATIONS_ARE_PUBLIC_AND_FINAL = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic()
		.andShould()
		.haveModifier(JavaModifier.FINAL)
		.because("users exclude them and order after them, and extend none");

	static final ArchRule BEAN_METHODS_ARE_HIDDEN = methods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.bePackagePrivate()
		.because("beans are injected, not called");

	static final ArchRule CLASS_CONDITIONS_ARE_ON_TYPES = methods().should()
		.notBeAnnotatedWith(ConditionalOnClass.class)
		.because("the JVM loads the signature of a bean method before the condition is asked");

	static final ArchRule NOTHING_IS_SCANNED = noClasses().should()
		.beAnnotatedWith(ComponentScan.class)
		.because("an auto-configuration names its beans");

	static final ArchRule NO_FIELD_IS_INJECTED = noFields().should()
		.beAnnotatedWith(Autowired.class)
		.orShould()
		.beAnnotatedWith(Value.class)
		.because("a constructor shows what a type needs");

	static final ArchRule PROPERTIES_ARE_RECORDS = classes().that()
		.areAnnotatedWith(ConfigurationProperties.class)
		.should()
		.beRecords()
		.because("properties do not change after the start");

	static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
		.should(new ArchCondition<>("be in a package that is @NullMarked") {

			@Override
			public void check(JavaClass javaClass, ConditionEvents events) {
				boolean marked = javaClass.getPackage().isAnnotatedWith(NullMarked.class);
				events.add(new SimpleConditionEvent(javaClass, marked,
						javaClass.getName() + " is in " + javaClass.getPackageName() + ", marked: " + marked));
			}

		});

	private WiringRules() {
	}

}
