package io.tagcompliance.snapshot;

import io.tagcompliance.testkit.ResourceInventoryContract;
import io.tagcompliance.testkit.SimulatedCloud;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class CsvEstateContractTest extends ResourceInventoryContract {
    @TempDir
    private Path directory;

    @Override
    protected SimulatedCloud cloud() {
        return new CloudInFile(directory.resolve("estate.csv"));
    }
}
