package io.tagcompliance.server.architecture;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** What is judged by the sources: how long things are, what is caught, and which implementation has a test of its contract. */
final class SourceRules {
    static final int LONGEST_FILE = 350;
    static final int LONGEST_METHOD = 50;
    static final int MOST_PARAMETERS = 4;
    static final int MOST_COMPONENTS = 7;
    static final int LONGEST_POM = 60;

    /** A dependency of one line on a part of the SDK of AWS, which has a module for each service. */
    private static final Pattern CLIENT_OF_AWS = Pattern.compile(
            "\\s*<dependency><groupId>software\\.amazon\\.awssdk</groupId><artifactId>[a-z0-9]+</artifactId></dependency>");

    /**
     * Where any exception is caught: a tool, a resource or a prompt must not end the server, nor a message the session, nor
     * a listener whose connection is gone the scan that others wait for. The test keeps whatever an asker got, to look at it.
     */
    static final Set<String> CATCH_RUNTIME_EXCEPTIONS =
            Set.of("CallGuard", "Entry", "ClassicStdio", "ModernFrontEnd", "Flight", "SingleFlightTest");

    /** The ports that have a contract, and its name. */
    static final Map<String, String> CONTRACTS = Map.of(
            "ResourceInventory", "ResourceInventoryContract",
            "ScanCache", "ScanCacheContract",
            "AuditTrail", "AuditTrailContract");

    /** What stands where there is no cache at all, and so keeps none of a cache's promises. */
    private static final Set<String> NO_IMPLEMENTATIONS = Set.of("NoCache");

    private SourceRules() {}

    /** Files of Java that are too long to be read in one go. */
    static List<String> longFiles(SourceTree tree) {
        return tree.javaFiles().stream()
                .filter(file -> SourceTree.lines(file) > LONGEST_FILE)
                .map(SourceRules::name)
                .toList();
    }

    /** Module poms that do more than say what the module needs. A cloud's clients, a line each, are counted apart. */
    static List<String> longPoms(SourceTree tree) {
        return tree.modules().stream()
                .filter(module -> linesBesideClients(module.resolve("pom.xml")) > LONGEST_POM)
                .map(SourceRules::name)
                .toList();
    }

    private static long linesBesideClients(Path pom) {
        return SourceTree.text(pom)
                .lines()
                .filter(line -> !CLIENT_OF_AWS.matcher(line).matches())
                .count();
    }

    static List<String> longMethods(SourceTree tree) {
        return found(tree, Finder::longMethods);
    }

    /** The components of a record are its own affair, so its canonical constructor isn't counted here. */
    static List<String> longParameterLists(SourceTree tree) {
        return found(tree, Finder::longParameterLists);
    }

    /** Answers to clients are left out: their fields are what the contract of a tool says. */
    static List<String> wideRecords(SourceTree tree) {
        return found(tree, Finder::wideRecords);
    }

    static List<String> broadCatches(SourceTree tree) {
        return found(tree, Finder::broadCatches);
    }

    /** Modules that implement a port, and have no test that holds it to the contract of that port. */
    static List<String> portsWithoutContract(SourceTree tree) {
        return tree.modules().stream()
                .flatMap(module -> CONTRACTS.keySet().stream()
                        .sorted()
                        .filter(port -> implementsPort(module, port))
                        .filter(port -> SourceTree.javaFiles(module.resolve("src/test")).stream()
                                .noneMatch(test -> SourceTree.text(test).contains("extends " + CONTRACTS.get(port))))
                        .map(port -> name(module) + ": " + port))
                .toList();
    }

    static boolean implementsPort(Path module, String port) {
        Pattern implementation =
                Pattern.compile("(?:class|record) (\\w+)[^{;]*implements [^{;]*(?<![\\w.])" + port + "(?![\\w.])");
        return SourceTree.javaFiles(module.resolve("src/main")).stream()
                .flatMap(file -> implementation.matcher(SourceTree.text(file)).results())
                .anyMatch(found -> !NO_IMPLEMENTATIONS.contains(found.group(1)));
    }

    private static List<String> found(SourceTree tree, Function<Finder, List<String>> what) {
        return tree.parsed().stream()
                .flatMap(parsed -> what.apply(Finder.in(parsed)).stream())
                .toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** Goes through one file. */
    private static final class Finder extends TreeScanner<@Nullable Object, @Nullable Object> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<MethodTree> methods = new ArrayList<>();
        private final List<ClassTree> records = new ArrayList<>();
        private final List<CatchTree> catches = new ArrayList<>();

        private Finder(SourceTree.Parsed parsed) {
            this.unit = parsed.unit();
            this.positions = parsed.trees().getSourcePositions();
        }

        static Finder in(SourceTree.Parsed parsed) {
            Finder finder = new Finder(parsed);
            finder.scan(parsed.unit(), null);
            return finder;
        }

        @Override
        public @Nullable Object visitMethod(MethodTree method, @Nullable Object nothing) {
            methods.add(method);
            return super.visitMethod(method, nothing);
        }

        @Override
        public @Nullable Object visitClass(ClassTree type, @Nullable Object nothing) {
            if (type.getKind() == Tree.Kind.RECORD) {
                records.add(type);
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public @Nullable Object visitCatch(CatchTree caught, @Nullable Object nothing) {
            catches.add(caught);
            return super.visitCatch(caught, nothing);
        }

        List<String> longMethods() {
            return methods.stream()
                    .filter(method -> lineOf(positions.getEndPosition(unit, method))
                                    - lineOf(positions.getStartPosition(unit, method))
                                    + 1
                            > LONGEST_METHOD)
                    .map(method -> place(method.getName()))
                    .toList();
        }

        List<String> longParameterLists() {
            return methods.stream()
                    .filter(method -> method.getParameters().size() > MOST_PARAMETERS)
                    .filter(method -> records.stream().noneMatch(record -> isCanonical(record, method)))
                    .map(method -> place(method.getName()))
                    .toList();
        }

        private static boolean isCanonical(ClassTree record, MethodTree method) {
            return method.getReturnType() == null && record.getMembers().contains(method);
        }

        List<String> wideRecords() {
            return String.valueOf(unit.getPackageName()).contains(".tool.answer")
                    ? List.of()
                    : records.stream()
                            .filter(record -> components(record).count() > MOST_COMPONENTS)
                            .map(record -> place(record.getSimpleName()))
                            .toList();
        }

        /** A record has no fields of instances but its components. */
        private static Stream<VariableTree> components(ClassTree record) {
            return record.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC));
        }

        List<String> broadCatches() {
            return catches.stream()
                    .flatMap(caught -> types(caught.getParameter().getType()))
                    .filter(this::isBroad)
                    .map(this::place)
                    .toList();
        }

        private static Stream<String> types(Tree type) {
            return type instanceof UnionTypeTree union
                    ? union.getTypeAlternatives().stream().map(Tree::toString)
                    : Stream.of(type.toString());
        }

        private boolean isBroad(String type) {
            return switch (type.substring(type.lastIndexOf('.') + 1)) {
                case "Exception", "Throwable", "Error" -> true;
                case "RuntimeException" -> !CATCH_RUNTIME_EXCEPTIONS.contains(file());
                default -> false;
            };
        }

        private String file() {
            String path = unit.getSourceFile().getName();
            return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
        }

        private String place(CharSequence what) {
            return file() + "." + what;
        }

        private long lineOf(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
