package io.tagcompliance.server.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Classes laid out as this house is. The real one is the production code of every module; each rule has a planted one too,
 * laid out the same, in which somebody broke that rule.
 */
record House(String root) {
    static final House REAL = new House("io.tagcompliance");

    /** The modules that stand between the core and the world. */
    static final List<String> ADAPTERS = List.of("aws", "snapshot", "cache", "audit", "billing");

    private static final Map<House, JavaClasses> READ = new ConcurrentHashMap<>();

    /** The house in which a rule is broken. */
    static House planted(String rule) {
        return new House(House.class.getPackageName() + ".planted." + rule);
    }

    /** A package of the house and all below it, as ArchUnit writes that. */
    String in(String part) {
        return root + "." + part + "..";
    }

    /** The full name of a class of the house. */
    String named(String part) {
        return root + "." + part;
    }

    /** The packages that hold no more than rules and values. */
    String[] pure() {
        return new String[] {in("policy"), in("core")};
    }

    JavaClasses classes() {
        return READ.computeIfAbsent(this, house -> {
            ClassFileImporter importer = new ClassFileImporter();
            return house.equals(REAL)
                    ? importer.withImportOption(new ImportOption.DoNotIncludeTests())
                            .importPackages(root)
                    : importer.importPackages(root);
        });
    }
}
