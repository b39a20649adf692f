package io.tagcompliance.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Policy and core give the same answer to the same question, wherever and whenever it is asked. */
final class PurityRules {
    /** Classes whose fields change, and why that is no harm. */
    static final Map<String, String> WITH_STATE = Map.ofEntries(
            Map.entry("core.resource.Ints", "grows while columns are built, confined to one thread"),
            Map.entry("core.cost.IdTable", "grows while a bill is read, confined to one thread"),
            Map.entry("core.cost.ExactAmounts", "grows while a bill is read, confined to one thread"),
            Map.entry(
                    "core.resource.Latin1", "holds one text at a time while columns are built, confined to one thread"),
            Map.entry("core.resource.ShortTexts", "grows while columns are built, confined to one thread"),
            Map.entry("core.resource.Slots", "grows while columns are built, confined to one thread"),
            Map.entry(
                    "core.resource.TextBytes",
                    "grows while columns are built, and is handed on when nothing is added any more"),
            Map.entry("core.evaluation.Outcomes", "grows while rows are judged, under the lock of the verdicts"),
            Map.entry("core.evaluation.WordNumbers", "grows while rows are judged, under the lock of the verdicts"),
            Map.entry("core.evaluation.BatchValues", "holds one resource at a time, confined to one thread"),
            Map.entry("core.check.Tally", "counts, confined to one thread"),
            Map.entry("core.check.SpendTally", "adds up, confined to one thread"),
            Map.entry("core.attribution.ShareTally$SliceTally", "adds up, confined to one thread"),
            Map.entry("core.report.ImpactTally$Sum", "adds up, confined to one thread"),
            Map.entry("core.trend.Drifts$Gathering", "counts while it compares, confined to one thread"),
            Map.entry("core.TagCompliance$Builder", "is filled, then read once"),
            Map.entry("core.scan.Flight", "counts who waits, under its own lock"),
            Map.entry("core.check.BillFlight", "counts who waits, under its own lock"),
            Map.entry("core.check.EstateTally$TagTally", "counts, confined to one thread"),
            Map.entry("policy.json.Repetitions", "follows one reading of a pattern, confined to it"),
            Map.entry("policy.json.AppliesToReader$Selection", "gathers what one reading finds, confined to it"));

    private static final Set<String> READS_THE_TIME =
            Set.of("now", "system", "systemUTC", "systemDefaultZone", "currentTimeMillis", "nanoTime");

    private static final Set<String> READS_SURROUNDINGS =
            Set.of("getenv", "getProperty", "getProperties", "getLogger", "console", "exec", "loadLibrary");

    private static final List<String> OUTSIDE = List.of(
            "java.io", "java.nio.file", "java.nio.channels", "java.net", "java.sql", "java.util.logging", "org.slf4j");

    private static final Set<String> RANDOM = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "java.util.random.RandomGenerator");

    private PurityRules() {}

    static ArchRule no_clock_but_an_injected_one(House house) {
        String builder = house.named("core.TagCompliance$Builder");
        DescribedPredicate<JavaAccess<?>> aClock = describe(
                "reads a clock",
                access -> READS_THE_TIME.contains(access.getTarget().getName())
                        && (access.getTargetOwner().getPackageName().equals("java.time")
                                || access.getTargetOwner().isEquivalentTo(System.class))
                        // The root's default clock, which its user may replace.
                        && !access.getOriginOwner().getName().equals(builder));
        return noClasses()
                .that()
                .resideInAnyPackage(house.pure())
                .should()
                .accessTargetWhere(aClock)
                .because("a test, a replay and a report of last month set the time themselves");
    }

    static ArchRule no_environment(House house) {
        DescribedPredicate<JavaAccess<?>> surroundings = describe(
                "looks at the surroundings",
                access -> READS_SURROUNDINGS.contains(access.getTarget().getName())
                        && Set.of("java.lang.System", "java.lang.Runtime")
                                .contains(access.getTargetOwner().getName()));
        return noClasses()
                .that()
                .resideInAnyPackage(house.pure())
                .should()
                .accessTargetWhere(surroundings)
                .because("whoever embeds the core decides by arguments, not by the environment of the process");
    }

    static ArchRule no_files_network_or_loggers(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.pure())
                .should()
                .dependOnClassesThat(describe("reach outside", PurityRules::isOutside))
                .because("what reaches outside is an adapter, and the core returns facts instead of logging them");
    }

    /** The exceptions are what a parser of bytes in memory and a reader of a part of this program declare; they open nothing. */
    private static boolean isOutside(JavaClass type) {
        return OUTSIDE.stream()
                        .anyMatch(outside -> type.getPackageName().equals(outside)
                                || type.getPackageName().startsWith(outside + "."))
                && !Set.of("InputStream", "IOException", "UncheckedIOException").contains(type.getSimpleName());
    }

    /** {@code UUID.randomUUID} is left out: a scan needs an id that no other scan has, and nothing is computed from it. */
    static ArchRule no_chance(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.pure())
                .should()
                .accessTargetWhere(describe(
                        "throws dice",
                        access -> RANDOM.contains(access.getTargetOwner().getName())
                                || (access.getTargetOwner().isEquivalentTo(Math.class)
                                        && access.getTarget().getName().equals("random"))))
                .because("the same estate under the same policy has the same score");
    }

    static ArchRule fields_are_final(House house) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(house.pure())
                .and()
                .areDeclaredInClassesThat(describe(
                        "have no argued state",
                        type -> WITH_STATE.keySet().stream().map(house::named).noneMatch(type.getName()::equals)))
                .should()
                .beFinal()
                .because("values are handed from thread to thread");
    }
}
