package io.tagcompliance.billing;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.Row;
import software.amazon.awssdk.services.athena.model.TableMetadata;

/** An engine of AWS, which is asked for sums over tables in buckets. Confined to one thread at a time. */
final class Athena implements SqlEngine {
    private static final String CATALOG = "AwsDataCatalog";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final AthenaSettings settings;
    private final AthenaConnection connection;
    private final Duration longest;

    /** @param longest how long a query may take */
    Athena(AthenaSettings settings, AthenaConnection connection, Duration longest) {
        this.settings = settings;
        this.connection = connection;
        this.longest = longest;
    }

    static ReadFailure failure(Kind kind, String remedy) {
        return new ReadFailure(kind, "athena", remedy);
    }

    /** Those of the settings' table, whatever the source, of which there is one. */
    @Override
    public List<Column> columns(String source) throws InterruptedException {
        TableMetadata table = connection
                .ask(athena -> athena.getTableMetadata(request -> request.catalogName(CATALOG)
                        .databaseName(settings.database())
                        .tableName(settings.table())
                        .workGroup(settings.workgroup())))
                .tableMetadata();
        return Stream.concat(table.columns().stream(), table.partitionKeys().stream())
                .map(column -> new Column(column.name(), type(column.type())))
                .toList();
    }

    /** The catalogue's types by the names that SQL has for them. */
    private static String type(@Nullable String type) {
        String lower = Objects.requireNonNullElse(type, "string").toLowerCase(Locale.ROOT);
        return lower.equals("string") || lower.startsWith("char") ? "VARCHAR" : lower;
    }

    @Override
    public String json(String column) {
        return "JSON_FORMAT(CAST(" + column + " AS JSON))";
    }

    @Override
    public void query(String sql, Consumer<String[]> sink) throws InterruptedException {
        String id = connection
                .ask(athena -> athena.startQueryExecution(request -> request.queryString(sql)
                        .workGroup(settings.workgroup())
                        .queryExecutionContext(
                                context -> context.catalog(CATALOG).database(settings.database()))))
                .queryExecutionId();
        try {
            await(id);
            read(id, sink);
        } catch (InterruptedException leaving) {
            stop(id);
            throw leaving;
        }
    }

    private void await(String id) throws InterruptedException {
        long began = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            QueryExecutionState state = connection
                    .ask(athena -> athena.getQueryExecution(request -> request.queryExecutionId(id)))
                    .queryExecution()
                    .status()
                    .state();
            switch (state) {
                case SUCCEEDED -> {
                    return;
                }
                case QUEUED, RUNNING -> {
                    Duration left = longest.minusNanos(System.nanoTime() - began);
                    if (!left.isPositive()) {
                        stop(id);
                        throw new UnreadableException(tooLong());
                    }
                    Thread.sleep(pause.compareTo(left) < 0 ? pause : left);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
                default ->
                    throw new UnreadableException(failure(
                            Kind.UNAVAILABLE,
                            "Athena could not read the table of the bill: look the query up in the workgroup's history, and"
                                    + " allow reading the export's bucket and writing the results"));
            }
        }
    }

    private ReadFailure tooLong() {
        return failure(
                Kind.UNAVAILABLE,
                "Athena took longer than " + longest.toSeconds()
                        + " seconds over the table of the bill, and the"
                        + " query was stopped: look in the workgroup's history whether it waited for others, and ask again"
                        + " later, or export the bill as Parquet, which is read faster");
    }

    /** The names of the columns come as a first row of the first page. */
    private void read(String id, Consumer<String[]> sink) throws InterruptedException {
        @Nullable String token = null;
        do {
            String next = token;
            GetQueryResultsResponse page = connection.ask(athena -> page(athena, id, next));
            page.resultSet().rows().stream()
                    .skip(next == null ? 1 : 0)
                    .map(Athena::cells)
                    .forEach(sink);
            token = page.nextToken();
            if (token != null && token.equals(next)) {
                throw new UnreadableException(failure(
                        Kind.BROKEN_PAGING, "Athena named a next page that it had named before: try again later"));
            }
        } while (token != null);
    }

    private static GetQueryResultsResponse page(AthenaClient athena, String id, @Nullable String token) {
        return athena.getQueryResults(request -> {
            request.queryExecutionId(id);
            if (token != null) {
                request.nextToken(token);
            }
        });
    }

    private static String[] cells(Row row) {
        List<String> cells = new ArrayList<>();
        row.data().forEach(cell -> cells.add(Objects.requireNonNullElse(cell.varCharValue(), "")));
        return cells.toArray(String[]::new);
    }

    /** What nobody waits for need not be paid for. */
    private void stop(String id) {
        Thread.ofVirtual().start(() -> {
            try {
                connection.ask(athena -> athena.stopQueryExecution(request -> request.queryExecutionId(id)));
            } catch (InterruptedException | UnreadableException over) {
                // it ends by itself
            }
        });
    }

    @Override
    public void close() {
        // the connection outlasts one reading
    }
}
