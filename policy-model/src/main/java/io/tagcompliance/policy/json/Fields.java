package io.tagcompliance.policy.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tagcompliance.policy.Nearest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The fields of one JSON object. What is missing, of the wrong kind or unknown becomes a problem, and a harmless value
 * stands in for it, so that reading goes on to the next problem. {@code null} is the same as left out.
 */
final class Fields {
    private final JsonNode object;
    private final String path;
    private final Problems problems;

    private Fields(JsonNode object, String path, Problems problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    /** The fields of the object at that path; none where it is no object, which is a problem. */
    static Fields of(JsonNode node, String path, Problems problems) {
        if (node.isObject()) {
            return new Fields(node, path, problems);
        }
        problems.add(path, "must be an object {…}, is " + kindOf(node));
        return new Fields(JsonNodeFactory.instance.objectNode(), path, problems);
    }

    String path(String name) {
        return path + "." + name;
    }

    void problem(String name, String message) {
        problems.add(path(name), message);
    }

    /** Notes a problem of this object as a whole. */
    void problemHere(String message) {
        problems.add(path, message);
    }

    /** Notes a problem at a path that a list gave out. */
    void problemAt(String at, String message) {
        problems.add(at, message);
    }

    /** Notes every field that is not among these. */
    void allowOnly(Set<String> known) {
        allowOnly(known, Set.of());
    }

    /** Notes every field that is not among these; of some it was said already what is wrong with them. */
    void allowOnly(Set<String> known, Set<String> judgedElsewhere) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name) && !judgedElsewhere.contains(name)) {
                problem(name, "unknown field" + suggestion(name, known));
            }
        });
    }

    static String suggestion(String name, Set<String> known) {
        String near = suggestionIfNear(name, known);
        return near.isEmpty() && !known.isEmpty() ? "; allowed here: " + String.join(", ", known) : near;
    }

    static String suggestionIfNear(String name, Set<String> known) {
        return Nearest.to(name, known)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** The names of the fields that are there. */
    List<String> names() {
        return allNames().stream().filter(this::has).toList();
    }

    /** The names of all fields, those that are null too. */
    List<String> allNames() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    JsonNode node(String name) {
        return object.get(name);
    }

    /** The text, which is not blank; an empty one where there is none, which is a problem. */
    String requiredText(String name, String example) {
        if (!has(name)) {
            problem(name, "missing; write for example \"" + name + "\": \"" + example + "\"");
            return "";
        }
        if (node(name).isTextual() && text(name).isBlank()) {
            problem(name, "is blank; write for example \"" + example + "\"");
            return "";
        }
        return text(name);
    }

    /** The text, or an empty one where there is none. */
    String text(String name) {
        if (!has(name)) {
            return "";
        }
        JsonNode node = object.get(name);
        if (!node.isTextual()) {
            problem(name, "must be a text \"…\", is " + kindOf(node));
            return "";
        }
        return node.textValue();
    }

    boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        JsonNode node = object.get(name);
        if (!node.isBoolean()) {
            problem(name, "must be true or false, is " + kindOf(node));
            return otherwise;
        }
        return node.booleanValue();
    }

    int atLeast(int least, String name, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        JsonNode node = object.get(name);
        if (!node.isInt() || node.intValue() < least) {
            problem(name, "must be a whole number of at least " + least);
            return otherwise;
        }
        return node.intValue();
    }

    /** The day; empty where there is none, or none that is one, which is a problem. */
    Optional<LocalDate> date(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            problem(name, "must be a day as in \"2027-03-31\"");
            return Optional.empty();
        }
    }

    /** The day; empty where there is none, which is a problem. */
    Optional<LocalDate> requiredDate(String name) {
        if (!has(name)) {
            problem(name, "missing; write a day as in \"2027-03-31\"");
        } else if (node(name).isTextual() && text(name).isEmpty()) {
            problem(name, "is blank; write a day as in \"2027-03-31\"");
        }
        return date(name);
    }

    /** A period in days or hours, {@code 7d} or {@code 12h}; zero where there is none. */
    Duration period(String name) {
        String text = text(name);
        if (text.isEmpty() && !(has(name) && node(name).isTextual())) {
            return Duration.ZERO;
        }
        if (!text.matches("\\d{1,4}[dh]")) {
            problem(name, "must be a number of days or hours, as in \"7d\" or \"12h\"");
            return Duration.ZERO;
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }

    Fields object(String name) {
        return of(object.get(name), path(name), problems);
    }

    /** The texts of a list; an empty one where there is none. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        eachText(name, (text, at) -> texts.add(text));
        return texts;
    }

    /** Calls for each text of a list with its path. */
    void eachText(String name, BiConsumer<String, String> element) {
        each(name, (node, at) -> {
            if (node.isTextual()) {
                element.accept(node.textValue(), at);
            } else {
                problems.add(at, "must be a text \"…\", is " + kindOf(node));
            }
        });
    }

    /** Calls for each element of a list that has at most so many; a longer one is a problem, and none of it is read. */
    void eachOfAtMost(int most, String name, BiConsumer<JsonNode, String> element) {
        if (has(name) && node(name).size() > most) {
            problem(name, "more than " + most + " entries; a policy is a few pages");
        } else {
            each(name, element);
        }
    }

    /** Whether a list has no elements, or there is none. */
    boolean isEmptyList(String name) {
        return !has(name) || (node(name).isEmpty() && node(name).isArray());
    }

    /** Calls for each element of a list with its path. */
    void each(String name, BiConsumer<JsonNode, String> element) {
        if (!has(name)) {
            return;
        }
        JsonNode node = object.get(name);
        if (!node.isArray()) {
            problem(name, "must be a list […], is " + kindOf(node));
            return;
        }
        for (int at = 0; at < node.size(); at++) {
            element.accept(node.get(at), path(name) + "[" + at + "]");
        }
    }

    static String kindOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "null";
        };
    }
}
