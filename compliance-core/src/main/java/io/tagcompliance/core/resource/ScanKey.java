package io.tagcompliance.core.resource;

/** What makes two scans interchangeable: who reads, and what is looked at. */
public record ScanKey(Reader reader, Scope scope) {

    /**
     * Who reads an estate.
     *
     * @param tenant on whose behalf
     * @param caller whose rights decide what can be read
     * @param estate which clouds, with which credentials and settings
     */
    public record Reader(String tenant, String caller, String estate) {
        /** The one user of a program on a desk. */
        public static Reader local(String estate) {
            return new Reader("local", "local", estate);
        }
    }
}
