package io.tagcompliance.server.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The types that others see of a class: of its public and protected members, and what it extends. */
final class Signatures {
    private static final List<String> VENDORS = List.of(
            "ch.qos.",
            "com.fasterxml.",
            "com.github.benmanes.",
            "com.google.re2j.",
            "io.modelcontextprotocol.",
            "java.sql.",
            "org.apache.",
            "org.redisson.",
            "org.slf4j.",
            "org.sqlite.",
            "picocli.",
            "reactor.",
            "software.amazon.",
            "tools.jackson.");

    private Signatures() {}

    static ArchCondition<JavaClass> nameNoVendor() {
        return new ArchCondition<>("name no vendor in a public signature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (isSeen(type)) {
                    types(type)
                            .flatMap(seen -> seen.getAllInvolvedRawTypes().stream())
                            .filter(Signatures::isVendors)
                            .distinct()
                            .forEach(vendors -> events.add(SimpleConditionEvent.violated(
                                    type, Conditions.message(type, "shows " + vendors.getName()))));
                }
            }
        };
    }

    /** Whether a class and all those around it are public. */
    private static boolean isSeen(JavaClass type) {
        return isSeen(type.getModifiers())
                && type.getEnclosingClass().map(Signatures::isSeen).orElse(true);
    }

    private static boolean isSeen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> types(JavaClass type) {
        Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> fields = type.getFields().stream()
                .filter(field -> isSeen(field.getModifiers()))
                .map(JavaField::getType);
        Stream<JavaType> members = type.getCodeUnits().stream()
                .filter(member -> isSeen(member.getModifiers()))
                .flatMap(Signatures::types);
        return Stream.of(parents, fields, members).flatMap(all -> all);
    }

    private static Stream<JavaType> types(JavaCodeUnit member) {
        Stream<JavaType> thrown = member.getThrowsClause().getTypes().stream().map(JavaType.class::cast);
        return Stream.of(member.getParameterTypes().stream(), thrown, Stream.of(member.getReturnType()))
                .flatMap(all -> all);
    }

    private static boolean isVendors(JavaClass type) {
        return VENDORS.stream().anyMatch(type.getName()::startsWith);
    }
}
