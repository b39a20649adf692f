package io.tagcompliance.server.offer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A URI with variables in braces, each of which stands for one segment of a path. */
public final class UriTemplate {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final int LONGEST = 2048;

    private final Pattern pattern;
    private final List<String> names = new ArrayList<>();

    private UriTemplate(String template) {
        StringBuilder regex = new StringBuilder();
        Matcher variables = VARIABLE.matcher(template);
        int at = 0;
        while (variables.find()) {
            regex.append(Pattern.quote(template.substring(at, variables.start())));
            regex.append("([^/]+)");
            names.add(variables.group(1));
            at = variables.end();
        }
        pattern = Pattern.compile(
                regex.append(Pattern.quote(template.substring(at))).toString());
    }

    public static UriTemplate of(String template) {
        return new UriTemplate(template);
    }

    /** The values of the variables, decoded; empty where the URI doesn't fit. */
    public Optional<ObjectNode> match(String uri) {
        Matcher matcher = pattern.matcher(uri);
        if (uri.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (int at = 0; at < names.size(); at++) {
            Optional<String> value = decoded(matcher.group(at + 1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(names.get(at), value.get());
        }
        return Optional.of(values);
    }

    private static Optional<String> decoded(String segment) {
        try {
            // A plus is a plus in a path.
            return Optional.of(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }
}
