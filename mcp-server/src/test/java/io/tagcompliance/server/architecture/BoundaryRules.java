package io.tagcompliance.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Arrows point inwards: server, adapters, core, policy. These compile the other way round too, and must not. */
final class BoundaryRules {
    /** What an adapter shows: its entry, its settings, its exception. */
    static final Set<String> SHOWN_BY_ADAPTERS = Set.of(
            "aws.AwsCloud",
            "aws.AwsSettings",
            "snapshot.DemoEstate",
            "snapshot.EstateFile",
            "snapshot.EstateFileException",
            "cache.InProcessScanCache",
            "audit.SqliteAuditTrail",
            "audit.SqliteScanHistory",
            "billing.AthenaBill",
            "billing.AthenaSettings",
            "billing.BillFiles");

    private BoundaryRules() {}

    static ArchRule no_vendor_in_a_public_signature(House house) {
        return classes()
                .that()
                .resideInAnyPackage(house.in("policy"), house.in("core"), house.in("testkit"))
                .should(Signatures.nameNoVendor())
                .because("a library is changed without those noticing who embed the core or write an adapter");
    }

    static ArchRule jackson_only_in_policy_json(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.in("policy"), house.in("core"), house.in("testkit"))
                .and()
                .resideOutsideOfPackage(house.in("policy.json"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson..")
                .because("a policy is data, and JSON is one way to write it down");
    }

    static ArchRule no_cycles_in_the_core(House house) {
        return slices().matching(house.root() + ".core.(*)..")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other are one package");
    }

    static ArchRule ports_know_no_use_case(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.in("core.spi"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        house.in("core.check"),
                        house.in("core.scan"),
                        house.in("core.evaluation"),
                        house.root() + ".core")
                .because("an adapter needs the ports and the values, and nothing of what is done with them");
    }

    static ArchRule adapters_show_only_their_entry(House house) {
        return classes()
                .that()
                .resideInAnyPackage(adapters(house))
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should(Conditions.that(
                        "be an entry, settings or an exception",
                        type -> SHOWN_BY_ADAPTERS.stream().map(house::named).anyMatch(type.getName()::equals)))
                .because("what isn't shown can be changed");
    }

    static ArchRule the_sdk_stays_with_the_classic_era(House house) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(house.in("server.transport.classic"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.modelcontextprotocol..", "reactor..")
                .because(
                        "the protocol has two eras in the field, tools serve both and the command line, and an SDK that"
                                + " learns the new era is to replace ours in one place");
    }

    static ArchRule servlets_stay_with_http(House house) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(house.in("server.transport.http"), house.in("server.transport.classic"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.eclipse.jetty..")
                .because("a server of HTTP is changed without those noticing who speak the protocol");
    }

    static ArchRule the_modern_era_knows_no_transport(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.in("server.transport.modern"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        house.in("server.transport.stdio"),
                        house.in("server.transport.http"),
                        house.in("server.transport.classic"))
                .because("lines and HTTP carry the same messages, and neither era needs the other");
    }

    static ArchRule only_wiring_names_an_adapter(House house) {
        return classes()
                .should(Conditions.dependencies(
                        "name no adapter",
                        dependency -> adapterOf(house, dependency.getTargetClass())
                                .map(adapter -> mayName(house, dependency.getOriginClass(), adapter))
                                .orElse(true)))
                .because("a new cloud is one line in one place");
    }

    private static boolean mayName(House house, JavaClass origin, String adapter) {
        return adapterOf(house, origin).equals(Optional.of(adapter))
                || outermost(origin).getName().equals(house.named("server.Wiring"));
    }

    private static Optional<String> adapterOf(House house, JavaClass type) {
        return House.ADAPTERS.stream()
                .filter(adapter -> (type.getPackageName() + ".").startsWith(house.named(adapter) + "."))
                .findFirst();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(BoundaryRules::outermost).orElse(type);
    }

    private static String[] adapters(House house) {
        List<String> packages = House.ADAPTERS.stream().map(house::in).toList();
        return packages.toArray(String[]::new);
    }
}
