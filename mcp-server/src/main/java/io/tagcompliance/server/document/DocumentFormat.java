package io.tagcompliance.server.document;

import io.tagcompliance.server.handout.FileType;
import io.tagcompliance.server.tool.answer.ReportAnswer;

/** How a report is written for people. */
public enum DocumentFormat {
    CSV(FileType.CSV) {
        @Override
        public String write(ReportAnswer report) {
            return CsvReport.of(report);
        }
    },
    MARKDOWN(FileType.MARKDOWN) {
        @Override
        public String write(ReportAnswer report) {
            return MarkdownDocument.of(report);
        }
    },
    HTML(FileType.HTML) {
        @Override
        public String write(ReportAnswer report) {
            return HtmlReport.of(report);
        }
    };

    private final FileType type;

    DocumentFormat(FileType type) {
        this.type = type;
    }

    /** The type of its files. */
    public FileType type() {
        return type;
    }

    /** The document. */
    public abstract String write(ReportAnswer report);
}
