package io.tagcompliance.server.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A list of objects, one for each row, whose fields are the columns. */
final class JsonTable implements TableWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;
    private final List<String> columns;

    private JsonTable(JsonGenerator out, List<String> columns) {
        this.out = out;
        this.columns = List.copyOf(columns);
    }

    static TableWriter open(OutputStream stream, List<String> columns) throws IOException {
        JsonGenerator out = JSON.createGenerator(new LeftOpen(stream));
        out.writeStartArray();
        return new JsonTable(out, columns);
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        out.writeRaw('\n');
        out.writeStartObject();
        for (int column = 0; column < columns.size(); column++) {
            out.writeFieldName(columns.get(column));
            write(cells.get(column));
        }
        out.writeEndObject();
    }

    private void write(Cell cell) throws IOException {
        switch (cell) {
            case Cell.Text text -> out.writeString(text.text());
            case Cell.Amount amount -> out.writeNumber(amount.number());
            case Cell.Texts texts -> {
                out.writeStartArray();
                for (String text : texts.texts()) {
                    out.writeString(text);
                }
                out.writeEndArray();
            }
            case Cell.Nothing nothing -> out.writeNull();
        }
    }

    @Override
    public void close() throws IOException {
        out.writeEndArray();
        out.writeRaw('\n');
        out.close();
    }
}
