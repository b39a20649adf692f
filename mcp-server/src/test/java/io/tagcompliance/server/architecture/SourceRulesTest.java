package io.tagcompliance.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules about sources hold, and each finds what is planted for it and nothing beside it. */
class SourceRulesTest {
    @TempDir
    private Path planted;

    /**
     * A rule, files that just keep it and files that break it, and what is found.
     *
     * @param files path and text in turn
     */
    record Case(String name, Function<SourceTree, List<String>> rule, List<String> files, List<String> found) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(sizes(), habits()).flatMap(cases -> cases);
    }

    private static String client(String service) {
        return "    <dependency><groupId>software.amazon.awssdk</groupId><artifactId>" + service
                + "</artifactId></dependency>\n";
    }

    private static Stream<Case> sizes() {
        return Stream.of(
                new Case(
                        "files have at most 350 lines",
                        SourceRules::longFiles,
                        List.of(java("Long"), "//\n".repeat(351), java("JustShortEnough"), "//\n".repeat(350)),
                        List.of("Long.java")),
                new Case(
                        "poms have at most 60 lines",
                        SourceRules::longPoms,
                        List.of(
                                "wordy/pom.xml",
                                "<!-- -->\n".repeat(61),
                                "terse/pom.xml",
                                "<!-- -->\n".repeat(60),
                                "cloudy/pom.xml",
                                "<!-- -->\n".repeat(60) + client("sqs").repeat(20),
                                "stuffed/pom.xml",
                                "<!-- -->\n".repeat(61) + client("sqs")),
                        List.of("stuffed", "wordy")),
                new Case(
                        "methods have at most 50 lines",
                        SourceRules::longMethods,
                        List.of(
                                java("A"),
                                "class A { void fits() {" + "\n".repeat(49) + "} void doesNot() {" + "\n".repeat(50)
                                        + "} }"),
                        List.of("A.doesNot")),
                new Case(
                        "methods have at most four parameters",
                        SourceRules::longParameterLists,
                        List.of(java("A"), """
                                class A { A(int a, int b, int c, int d, int e) {} void four(int a, int b, int c, int d) {}
                                  record R(int a, int b, int c, int d, int e) { R { } void five(int a, int b, int c, int d, int e) {} } }
                                """),
                        List.of("A.<init>", "A.five")),
                new Case(
                        "records have at most seven components",
                        SourceRules::wideRecords,
                        List.of(
                                java("A"),
                                        "package p; class A { record Seven(int a, int b, int c, int d, int e, int f, int g) {"
                                                + " static final int NO_COMPONENT = 1; } "
                                                + WIDE + " }",
                                java("Answer"), "package io.tool.answer; " + WIDE),
                        List.of("A.Eight")));
    }

    private static Stream<Case> habits() {
        return Stream.of(
                new Case(
                        "nobody catches everything",
                        SourceRules::broadCatches,
                        List.of(
                                java("A"),
                                catching("Exception")
                                        + catching("java.lang.Throwable")
                                        + catching("IllegalStateException | Error")
                                        + catching("RuntimeException")
                                        + catching("IllegalStateException"),
                                java("CallGuard"),
                                catching("RuntimeException")),
                        List.of("A.Exception", "A.java.lang.Throwable", "A.Error", "A.RuntimeException")),
                new Case(
                        "every implementation of a port is held to the port's contract",
                        SourceRules::portsWithoutContract,
                        List.of(
                                "untested/src/main/java/Inventory.java", INVENTORY,
                                "untested/src/main/java/Cache.java", "final class Cache implements ScanCache {}",
                                "untested/src/main/java/Trail.java", "record Trail(int a) implements AuditTrail {}",
                                "untested/src/test/java/InventoryTest.java", "class InventoryTest {}",
                                "half/src/main/java/Both.java", "final class Both implements ScanCache, AuditTrail {}",
                                "half/src/test/java/CacheTest.java", "class CacheTest extends ScanCacheContract {}",
                                "tested/src/main/java/Inventory.java", INVENTORY,
                                "tested/src/test/java/InventoryTest.java",
                                        "class InventoryTest extends ResourceInventoryContract {}",
                                "other/src/main/java/Other.java", "final class Other { ResourceInventory of; }",
                                "other/src/main/java/Entry.java", "record Entry() implements AuditTrail.Entry {}",
                                "other/src/main/java/NoCache.java", "final class NoCache implements ScanCache {}"),
                        List.of(
                                "half: AuditTrail",
                                "untested: AuditTrail",
                                "untested: ResourceInventory",
                                "untested: ScanCache")));
    }

    private static final String WIDE = "record Eight(int a, int b, int c, int d, int e, int f, int g, int h) {}";
    private static final String INVENTORY =
            "final class Inventory extends Thing\n implements Runnable, ResourceInventory {}";

    @ParameterizedTest
    @MethodSource("cases")
    void the_rule_holds_in_the_house(Case rule) {
        assertThat(rule.rule().apply(SourceTree.REAL)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_rule_finds_exactly_what_was_planted(Case rule) throws IOException {
        for (int at = 0; at < rule.files().size(); at += 2) {
            plant(rule.files().get(at), rule.files().get(at + 1));
        }

        assertThat(rule.rule().apply(new SourceTree(planted))).isEqualTo(rule.found());
    }

    @Test
    void the_house_has_sources_of_every_module() {
        assertThat(SourceTree.REAL.modules()).hasSize(11);
        assertThat(modulesWith("ResourceInventory"))
                .containsExactly("aws-adapter", "compliance-testkit", "snapshot-adapter");
        assertThat(modulesWith("ScanCache")).containsExactly("cache-adapter", "compliance-testkit");
        assertThat(modulesWith("AuditTrail")).containsExactly("audit-adapter", "compliance-testkit");
        assertThat(SourceTree.REAL.parsed()).hasSizeGreaterThan(200);
    }

    private static List<String> modulesWith(String port) {
        return SourceTree.REAL.modules().stream()
                .filter(module -> SourceRules.implementsPort(module, port))
                .map(module -> module.getFileName().toString())
                .toList();
    }

    private void plant(String path, String text) throws IOException {
        Path file = planted.resolve(path);
        Path pom = planted.resolve(path.substring(0, path.indexOf('/'))).resolve("pom.xml");
        Files.createDirectories(file.resolveSibling(""));
        if (Files.notExists(pom)) {
            Files.writeString(pom, "<project/>\n");
        }
        Files.writeString(file, text);
    }

    private static String java(String name) {
        return "module/src/main/java/" + name + ".java";
    }

    private static String catching(String types) {
        return "class A { void f() { try { f(); } catch (%s any) { f(); } } }\n".formatted(types);
    }
}
