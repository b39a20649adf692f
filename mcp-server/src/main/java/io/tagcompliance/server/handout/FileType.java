package io.tagcompliance.server.handout;

/** What kinds of files are handed out. */
public enum FileType {
    CSV("csv", "text/csv; charset=utf-8"),
    HTML("html", "text/html; charset=utf-8"),
    JSON("json", "application/json"),
    MARKDOWN("md", "text/markdown; charset=utf-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String ending;
    private final String mime;

    FileType(String ending, String mime) {
        this.ending = ending;
        this.mime = mime;
    }

    /** The MIME type. */
    public String mime() {
        return mime;
    }

    /** The name of such a file, with its ending. */
    public String named(String name) {
        return name + "." + ending;
    }
}
