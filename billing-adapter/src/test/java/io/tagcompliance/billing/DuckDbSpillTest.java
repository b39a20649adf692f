package io.tagcompliance.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Where rows of a bill go that don't fit into memory. */
class DuckDbSpillTest {
    private static Path spillOf(SqlEngine engine) throws InterruptedException {
        List<String> told = new ArrayList<>();
        engine.query("SELECT current_setting('temp_directory')", row -> told.add(row[0]));
        return Path.of(told.getFirst());
    }

    @Test
    void each_engine_has_a_directory_of_its_own_and_takes_it_away() throws Exception {
        SqlEngine one = DuckDb.open();
        SqlEngine other = DuckDb.open();
        Path spill = spillOf(one);
        assertThat(spill).isDirectory().isNotEqualTo(spillOf(other));
        Files.writeString(Files.createDirectory(spill.resolve("deep")).resolve("left.tmp"), "rows of somebody's bill");

        one.close();

        assertThat(spill).doesNotExist();
        assertThat(spillOf(other)).isDirectory();
        other.close();
    }

    @Test
    void nobody_else_may_look_into_it() throws Exception {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        try (SqlEngine engine = DuckDb.open()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spillOf(engine))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void a_program_that_is_told_to_end_leaves_nothing() throws Exception {
        Process program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Reading.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path spill = Path.of(program.inputReader().readLine());
        assertThat(spill).isDirectory();

        program.destroy();

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(spill).doesNotExist();
    }

    /** A program in the middle of a reading. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] arguments) throws InterruptedException, IOException {
            Path spill = spillOf(DuckDb.open());
            Files.writeString(spill.resolve("left.tmp"), "rows of somebody's bill");
            System.out.println(spill);
            Thread.sleep(60_000);
        }
    }
}
