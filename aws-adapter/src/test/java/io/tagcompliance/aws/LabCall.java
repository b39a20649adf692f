package io.tagcompliance.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call as the lab got it.
 *
 * @param signed what it was signed with and for
 * @param action in AWS's spelling
 */
record LabCall(Signed signed, String action, String path, Map<String, String> fields, String body) {
    /** The access key, the Region and the service in the signature. */
    record Signed(String key, String region, String service) {}

    private static final Pattern SCOPE = Pattern.compile("Credential=([^/]+)/\\d+/([^/]+)/([^/]+)/");

    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Map<String, String> PREFIXES = Map.of("tagging", "tag", "monitoring", "cloudwatch");
    private static final List<String> TOKENS = List.of(
            "NextToken",
            "nextToken",
            "Marker",
            "marker",
            "PaginationToken",
            "pageToken",
            "position",
            "continuation-token",
            "ExclusiveStartTableName",
            "ExclusiveStartDeliveryStreamName");

    private static final Pattern TEMPORARY = Pattern.compile("temporary-(\\d{12})-\\d+");

    static LabCall of(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        Matcher scope = SCOPE.matcher(authorization == null ? "" : authorization);
        if (!scope.find()) {
            throw new IOException("not signed");
        }
        String query = exchange.getRequestURI().getRawQuery();
        Map<String, String> fields = form(Stream.of(query == null ? "" : query, body.startsWith("{") ? "" : body)
                .collect(Collectors.joining("&")));
        String path = exchange.getRequestURI().getPath();
        return new LabCall(
                new Signed(scope.group(1), scope.group(2), scope.group(3)),
                action(exchange, fields),
                path,
                fields,
                body);
    }

    /** As the protocol says it; REST says it in method and path, and so the lab's clients say it in a header as well. */
    private static String action(HttpExchange exchange, Map<String, String> fields) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String header = exchange.getRequestHeaders().getFirst(LabConnection.ACTION);
        return target != null
                ? target.substring(target.lastIndexOf('.') + 1)
                : fields.getOrDefault("Action", header == null ? "" : header);
    }

    String service() {
        return signed.service();
    }

    String region() {
        return signed.region();
    }

    /** The account of the key: temporary ones have its id in them. */
    String account() {
        Matcher temporary = TEMPORARY.matcher(signed.key());
        return temporary.matches() ? temporary.group(1) : LabEstate.ACCOUNT.text();
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> (pair + "=").split("=", -1))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]), (one, other) -> one));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A field of the query, the form or the JSON body; nothing where it was left out. */
    String field(String name) {
        Matcher json = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(body);
        return json.find() ? json.group(1) : fields.getOrDefault(name, "");
    }

    /** A number in the JSON body. */
    String number(String name) {
        Matcher json = Pattern.compile("\"" + name + "\":(\\d+)").matcher(body);
        return json.find() ? json.group(1) : "";
    }

    /** Whether a value stands in the form or the body as a whole word, as the items of a list do. */
    boolean mentions(String value) {
        return fields.containsValue(value) || body.contains("\"" + value + "\"");
    }

    /** Whether a field was sent, alone or as a list, or a filter of that name. */
    boolean asksFor(String field) {
        return mentions(field) || fields.keySet().stream().anyMatch(name -> name.startsWith(field));
    }

    /** Everything in the path, the form and the body that may be an ARN or a name, and the last parts of these. */
    Set<String> values() {
        Set<String> values = new LinkedHashSet<>(fields.values());
        STRING.matcher(body).results().map(found -> found.group(1)).forEach(values::add);
        values.addAll(List.of(path.split("/")));
        if (path.contains("arn:")) {
            values.add(path.substring(path.indexOf("arn:")));
        }
        List.copyOf(values).forEach(value -> values.add(LabXml.last(value)));
        return values;
    }

    /** Where the list that is asked for goes on: every service has a name of its own for that. */
    String token() {
        return TOKENS.stream()
                .map(this::field)
                .filter(token -> !token.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Service and action, as in IAM: {@code ec2:DescribeInstances}. */
    String operation() {
        return PREFIXES.getOrDefault(service(), service()) + ":" + action;
    }
}
