package io.tagcompliance.server.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Makes conditions from predicates, with messages that name the file. */
final class Conditions {
    private Conditions() {}

    /** Each class is judged as a whole. */
    static ArchCondition<JavaClass> that(String description, Predicate<JavaClass> satisfied) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!satisfied.test(type)) {
                    events.add(SimpleConditionEvent.violated(type, message(type, "doesn't " + description)));
                }
            }
        };
    }

    /** Each dependency of a class is judged for itself. */
    static ArchCondition<JavaClass> dependencies(String description, Predicate<Dependency> satisfied) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(satisfied.negate())
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    static String message(JavaClass type, String what) {
        return type.getName() + " " + what + " in " + type.getSourceCodeLocation();
    }
}
