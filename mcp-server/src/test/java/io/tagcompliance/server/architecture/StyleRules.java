package io.tagcompliance.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** How classes are named, marked and closed, and what none of them does. */
final class StyleRules {
    private static final Pattern MONEY = Pattern.compile("(?i).*(cost|spend|price|amount).*");
    private static final Pattern SAYS_NOTHING =
            Pattern.compile(".*(Impl|Manager|Helper|Utils?|Service|Processor|Dto|Base)");
    private static final Set<String> FLOATING = Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    private StyleRules() {}

    static ArchRule nobody_prints(House house) {
        DescribedPredicate<JavaAccess<?>> prints = describe(
                "prints",
                access -> isStandardStream(access)
                        // Main sends to standard error what a library prints.
                        ? !access.getOriginOwner().getName().equals(house.named("server.Main"))
                        : access.getTarget().getName().equals("printStackTrace"));
        return noClasses()
                .should()
                .accessTargetWhere(prints)
                .because("standard output is a protocol, and standard error belongs to the logger and the command");
    }

    private static boolean isStandardStream(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(System.class)
                && Set.of("out", "err").contains(access.getTarget().getName());
    }

    /** Scores are ratios and may be doubles; what is named after money, or lies in a package of costs, may not. */
    static ArchRule money_is_decimal(House house) {
        return classes()
                .that()
                .resideInAPackage(house.root() + "..")
                .should(Conditions.that(
                        "count money in decimals",
                        type -> Stream.concat(moneyFields(type), membersOfCosts(type))
                                .noneMatch(FLOATING::contains)))
                .because("a bill that is off by a cent is wrong");
    }

    /** Whether a class has a field that is named after money. */
    static boolean knowsMoney(JavaClass type) {
        return moneyFields(type).findAny().isPresent();
    }

    private static Stream<String> moneyFields(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> MONEY.matcher(field.getName()).matches())
                .map(JavaField::getRawType)
                .map(JavaClass::getName);
    }

    private static Stream<String> membersOfCosts(JavaClass type) {
        if (!(type.getPackageName() + ".").contains(".cost.")) {
            return Stream.empty();
        }
        Stream<JavaClass> fields = type.getFields().stream().map(JavaField::getRawType);
        Stream<JavaClass> members = type.getCodeUnits().stream()
                .flatMap(member ->
                        Stream.concat(member.getRawParameterTypes().stream(), Stream.of(member.getRawReturnType())));
        return Stream.concat(fields, members).map(JavaClass::getName);
    }

    static ArchRule names_say_what_a_thing_is(House house) {
        return classes()
                .that()
                .resideInAPackage(house.root() + "..")
                .should(Conditions.that(
                        "have a name that says what it is",
                        type -> !SAYS_NOTHING.matcher(type.getSimpleName()).matches()))
                .because("a name that fits everything says nothing");
    }

    static ArchRule packages_are_null_marked(House house) {
        return classes()
                .that()
                .resideInAPackage(house.root() + "..")
                .should(Conditions.that(
                        "stand in a package whose package-info says @NullMarked",
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class)))
                .because("what may be null is said, and everything else never is");
    }

    static ArchRule public_classes_are_closed(House house) {
        return classes()
                .that()
                .resideInAPackage(house.root() + "..")
                .and()
                .arePublic()
                .should(Conditions.that(
                        "be final, abstract, sealed, a record, an enum or an interface",
                        type -> type.isInterface()
                                || type.isEnum()
                                || type.getModifiers().contains(JavaModifier.FINAL)
                                || type.getModifiers().contains(JavaModifier.ABSTRACT)
                                || type.reflect().isSealed()))
                .because("what may be extended is a promise, and is made on purpose");
    }
}
