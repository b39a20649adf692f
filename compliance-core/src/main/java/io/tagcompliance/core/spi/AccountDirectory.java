package io.tagcompliance.core.spi;

import java.util.List;

/** The accounts of a cloud that the operator lets this program read, by name and by place in their organisation. */
public interface AccountDirectory {
    /**
     * All of them, each once.
     *
     * @throws CloudException where the cloud won't say
     */
    List<CloudAccount> accounts() throws InterruptedException;

    /**
     * Those that lie in an organisational unit or in one below it; empty where none does, or where there is no such unit.
     *
     * @param unit in the cloud's own spelling: {@code ou-ab12-c3d4e5f6}
     * @throws CloudException where the cloud won't say
     */
    List<CloudAccount> under(String unit) throws InterruptedException;
}
