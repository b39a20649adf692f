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
    public void row(List<String> cells) throws IOException {
        out.writeRaw('\n');
        out.writeStartObject();
        for (int column = 0; column < columns.size(); column++) {
            out.writeStringField(columns.get(column), cells.get(column));
        }
        out.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        out.writeEndArray();
        out.writeRaw('\n');
        out.close();
    }
}
