package io.tagcompliance.server.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.document.Counted;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The violations as JUnit XML, as build servers read it: one case for each resource that fails a rule of severity error, and
 * one that has an error for whatever could not be read. Resources that comply are in the counts of the properties.
 */
public final class JunitReport {
    private static final String SUITE = "tag compliance";

    private JunitReport() {}

    /** The report as XML. */
    public static String of(JsonNode answer) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml, answer);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, JsonNode answer) throws XMLStreamException {
        List<JsonNode> failing = failing(answer);
        List<String> unread = unread(answer);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", SUITE);
        xml.writeAttribute("tests", String.valueOf(failing.size() + 1));
        xml.writeAttribute("failures", String.valueOf(failing.size()));
        xml.writeAttribute("errors", unread.isEmpty() ? "0" : "1");
        xml.writeAttribute("timestamp", answer.path("as_of").asText());
        writeProperties(xml, answer);
        writeCoverage(xml, unread);
        for (JsonNode resource : failing) {
            writeFailure(xml, resource);
        }
        xml.writeEndElement();
    }

    private static List<JsonNode> failing(JsonNode answer) {
        List<JsonNode> failing = new ArrayList<>();
        for (JsonNode resource : answer.path("violations")) {
            if (resource.path("violations").findValuesAsText("severity").contains("error")) {
                failing.add(resource);
            }
        }
        return failing;
    }

    private static List<String> unread(JsonNode answer) {
        List<String> unread = new ArrayList<>();
        answer.path("gaps").forEach(gap -> unread.add(Gaps.words(gap)));
        answer.path("unknown_tags").forEach(unknown -> unread.add(Gaps.wordsOfUnknownTags(unknown)));
        return unread;
    }

    private static void writeProperties(XMLStreamWriter xml, JsonNode answer) throws XMLStreamException {
        xml.writeStartElement("properties");
        for (String name : List.of(
                "compliance_score",
                "score_status",
                "total_resources",
                "compliant_resources",
                "non_compliant_resources",
                "not_evaluated_resources",
                "exempt_resources")) {
            xml.writeEmptyElement("property");
            xml.writeAttribute("name", name);
            xml.writeAttribute("value", answer.path(name).asText());
        }
        xml.writeEndElement();
    }

    private static void writeCoverage(XMLStreamWriter xml, List<String> unread) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", SUITE);
        xml.writeAttribute("name", "everything in scope was read");
        if (!unread.isEmpty()) {
            xml.writeStartElement("error");
            xml.writeAttribute("message", Counted.of(unread.size(), "part") + " of the estate could not be read");
            xml.writeCharacters(String.join("\n", unread));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void writeFailure(XMLStreamWriter xml, JsonNode resource) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", resource.path("resource_type").asText());
        xml.writeAttribute("name", resource.path("resource_id").asText());
        xml.writeStartElement("failure");
        xml.writeAttribute(
                "message",
                "rules of the tagging policy that are violated: "
                        + resource.path("violations").size());
        List<String> lines = new ArrayList<>();
        resource.path("violations")
                .forEach(violation -> lines.add(violation.path("severity").asText() + " "
                        + violation.path("issue").asText() + " "
                        + violation.path("tag").asText()
                        + (violation.hasNonNull("current_value")
                                ? " = " + violation.path("current_value").asText()
                                : "")));
        xml.writeCharacters(String.join("\n", lines));
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
