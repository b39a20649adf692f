package io.tagcompliance.server.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sources of the project: some things that are written are gone from the classes. */
record SourceTree(Path root) {
    /** The one that this test is part of. */
    static final SourceTree REAL = new SourceTree(Path.of("..").toAbsolutePath().normalize());

    /** The directories of the modules, each with a pom. */
    List<Path> modules() {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(child -> Files.exists(child.resolve("pom.xml")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every Java file of every module, of tests too. */
    List<Path> javaFiles() {
        return modules().stream()
                .flatMap(module -> javaFiles(module.resolve("src")).stream())
                .toList();
    }

    static List<Path> javaFiles(Path directory) {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static long lines(Path file) {
        return text(file).lines().count();
    }

    /** A file as the compiler sees it, and where in the file each part stands. */
    record Parsed(CompilationUnitTree unit, Trees trees) {}

    /** Every file, parsed. */
    List<Parsed> parsed() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(javaFiles()));
            Trees trees = Trees.instance(task);
            List<Parsed> parsed = new ArrayList<>();
            task.parse().forEach(unit -> parsed.add(new Parsed(unit, trees)));
            return parsed;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
