package io.tagcompliance.billing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Athena on loopback: its protocol, with DuckDB behind it, which runs the very SQL that it gets.
 *
 * <p>So what is of Athena's own SQL is not tried here: {@code JSON_FORMAT} is made up of DuckDB's own functions, numbers are written as
 * texts in DuckDB's way, sums of decimals overflow elsewhere, and maps are compared by DuckDB when rows are grouped.
 */
final class AthenaLab implements AutoCloseable {
    private static final int PAGE = 5;
    private static final JsonFactory JSON = new JsonFactory();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Connection engine;
    private final Map<String, List<List<String>>> results = new ConcurrentHashMap<>();
    private final Map<String, Integer> looks = new ConcurrentHashMap<>();
    private final AtomicInteger started = new AtomicInteger();
    private final List<String> actions = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WILLING;

    /** What becomes of queries. */
    enum Mood {
        WILLING,
        FAILING,
        NEVER_DONE
    }

    AthenaLab(String database) {
        try {
            engine = DriverManager.getConnection("jdbc:duckdb:");
            run("CREATE SCHEMA " + database);
            run("CREATE MACRO JSON_FORMAT(made) AS CAST(made AS VARCHAR)");
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI end() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void is(Mood other) {
        mood = other;
    }

    List<String> actions() {
        return List.copyOf(actions);
    }

    /** A table of what is in a file. */
    void table(String name, Path parquet) {
        try {
            run("CREATE TABLE " + name + " AS SELECT * FROM read_parquet('" + parquet + "')");
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private synchronized void run(String sql) throws SQLException {
        try (Statement statement = engine.createStatement()) {
            statement.execute(sql);
        }
    }

    private synchronized List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = engine.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int width = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int at = 1; at <= width; at++) {
                    row.add(found.getString(at));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String action = target.substring(target.lastIndexOf('.') + 1);
        actions.add(action);
        Map<String, String> request = read(exchange.getRequestBody().readAllBytes());
        try {
            answer(exchange, 200, answer(action, request));
        } catch (SQLException none) {
            answer(exchange, 400, written(json -> {
                json.writeStartObject();
                json.writeStringField("__type", "MetadataException");
                json.writeStringField("Message", "no table at s3://" + request.get("DatabaseName"));
                json.writeEndObject();
            }));
        }
    }

    private String answer(String action, Map<String, String> request) throws SQLException {
        return switch (action) {
            case "GetTableMetadata" -> table(request);
            case "StartQueryExecution" -> started(request.getOrDefault("QueryString", ""));
            case "GetQueryExecution" -> state(request.getOrDefault("QueryExecutionId", ""));
            case "GetQueryResults" -> page(request);
            default -> "{}";
        };
    }

    private String table(Map<String, String> request) throws SQLException {
        List<List<String>> columns = rows("DESCRIBE " + request.get("DatabaseName") + "." + request.get("TableName"));
        return written(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("TableMetadata");
            json.writeStringField("Name", request.get("TableName"));
            json.writeArrayFieldStart("Columns");
            for (List<String> column : columns) {
                json.writeStartObject();
                json.writeStringField("Name", column.get(0));
                json.writeStringField("Type", hive(column.get(1)));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static String hive(String type) {
        return switch (type) {
            case "VARCHAR" -> "string";
            case "MAP(VARCHAR, VARCHAR)" -> "map<string,string>";
            default -> type.toLowerCase(Locale.ROOT);
        };
    }

    private String started(String sql) {
        String id = "query-" + started.incrementAndGet();
        looks.put(id, 0);
        try {
            results.put(id, rows(sql));
        } catch (SQLException wrong) {
            // the state will say so
        }
        return written(json -> {
            json.writeStartObject();
            json.writeStringField("QueryExecutionId", id);
            json.writeEndObject();
        });
    }

    /** Running, at the first look. */
    private String state(String id) {
        boolean first = looks.merge(id, 1, Integer::sum) == 1;
        String state = switch (mood) {
            case WILLING -> !results.containsKey(id) ? "FAILED" : first ? "RUNNING" : "SUCCEEDED";
            case FAILING -> "FAILED";
            case NEVER_DONE -> "RUNNING";
        };
        return written(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("QueryExecution");
            json.writeObjectFieldStart("Status");
            json.writeStringField("State", state);
            json.writeStringField("StateChangeReason", "it lies in s3://somewhere");
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private String page(Map<String, String> request) {
        List<List<String>> all = results.getOrDefault(request.get("QueryExecutionId"), List.of());
        int from = Integer.parseInt(request.getOrDefault("NextToken", "0"));
        int to = Math.min(from + PAGE, all.size());
        return written(json -> {
            json.writeStartObject();
            if (to < all.size()) {
                json.writeStringField("NextToken", Integer.toString(to));
            }
            json.writeObjectFieldStart("ResultSet");
            json.writeArrayFieldStart("Rows");
            if (from == 0) {
                row(json, List.of("names", "of", "columns"));
            }
            for (List<String> row : all.subList(from, to)) {
                row(json, row);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void row(JsonGenerator json, List<String> cells) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("Data");
        for (String cell : cells) {
            json.writeStartObject();
            if (cell != null) {
                json.writeStringField("VarCharValue", cell);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The texts of an object, those of objects within it too. */
    private static Map<String, String> read(byte[] body) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser json = JSON.createParser(body)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING) {
                    texts.put(json.currentName(), json.getText());
                }
            }
        }
        return texts;
    }

    /** Writes an answer. */
    @FunctionalInterface
    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private static String written(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            writing.to(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
        try {
            engine.close();
        } catch (SQLException harmless) {
            // nothing is kept in it
        }
    }
}
