package io.tagcompliance.server.document;

import io.tagcompliance.server.tool.answer.ReportAnswer;

/** How a report is written for people. */
public enum DocumentFormat {
    CSV("csv", "text/csv; charset=utf-8") {
        @Override
        public String write(ReportAnswer report) {
            return CsvReport.of(report);
        }
    },
    MARKDOWN("md", "text/markdown; charset=utf-8") {
        @Override
        public String write(ReportAnswer report) {
            return MarkdownDocument.of(report);
        }
    },
    HTML("html", "text/html; charset=utf-8") {
        @Override
        public String write(ReportAnswer report) {
            return HtmlReport.of(report);
        }
    };

    private final String ending;
    private final String mime;

    DocumentFormat(String ending, String mime) {
        this.ending = ending;
        this.mime = mime;
    }

    /** The ending of file names, without a dot. */
    public String ending() {
        return ending;
    }

    /** The MIME type. */
    public String mime() {
        return mime;
    }

    /** The document. */
    public abstract String write(ReportAnswer report);
}
