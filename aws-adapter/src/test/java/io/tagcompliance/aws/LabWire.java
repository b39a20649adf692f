package io.tagcompliance.aws;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;

/**
 * Writes answers as AWS would: the SDK's own model of an answer says how each member is called and formed on the wire, in
 * the protocol of its service. A member that the model doesn't know is a mistake of the lab.
 */
final class LabWire {
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("acm-pca", "acmpca"),
            Map.entry("aoss", "opensearchserverless"),
            Map.entry("cloudwatch", "cloudwatch"),
            Map.entry("dms", "databasemigration"),
            Map.entry("ds", "directory"),
            Map.entry("elasticfilesystem", "efs"),
            Map.entry("elasticmapreduce", "emr"),
            Map.entry("emr-serverless", "emrserverless"),
            Map.entry("es", "opensearch"),
            Map.entry("kinesisanalytics", "kinesisanalyticsv2"),
            Map.entry("logs", "cloudwatchlogs"),
            Map.entry("monitoring", "cloudwatch"),
            Map.entry("network-firewall", "networkfirewall"),
            Map.entry("redshift-serverless", "redshiftserverless"),
            Map.entry("states", "sfn"),
            Map.entry("tagging", "resourcegroupstaggingapi"));

    private final LabCall call;
    private final boolean json;

    private LabWire(LabCall call) {
        this.call = call;
        this.json = LabAnswer.speaksJson(call);
    }

    /** A good answer to a call, with those members. */
    static LabAnswer answer(LabCall call, Map<String, Object> members) {
        LabWire wire = new LabWire(call);
        SdkPojo model = wire.model();
        String content = wire.members(model, members);
        if (wire.json) {
            return LabAnswer.ok("{" + content + "}");
        }
        Optional<String> payload = model.sdkFields().stream()
                .filter(field -> field.getTrait(PayloadTrait.class) != null)
                .map(SdkField::unmarshallLocationName)
                .findFirst();
        if (payload.isPresent()) {
            return LabAnswer.ok(element(payload.get(), content));
        }
        String name = call.action();
        return LabAnswer.ok(
                element(name + "Response", LabAnswer.speaksQuery(call) ? element(name + "Result", content) : content));
    }

    private SdkPojo model() {
        String action = call.action().replace("DB", "Db");
        try {
            return (SdkPojo)
                    Class.forName("software.amazon.awssdk.services." + module() + ".model." + action + "Response")
                            .getMethod("builder")
                            .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the lab has no model of " + call.operation(), e);
        }
    }

    /** Two services have two APIs under one name. */
    private String module() {
        boolean second =
                call.field("Version").equals("2015-12-01") || call.path().startsWith("/v2/apis");
        String module = PACKAGES.getOrDefault(call.service(), call.service());
        return second ? module + "v2" : module;
    }

    private String members(SdkPojo model, Map<String, Object> members) {
        Set<String> left = new HashSet<>(members.keySet());
        String content = model.sdkFields().stream()
                .filter(field -> left.remove(field.memberName()))
                .map(field -> member(field, Objects.requireNonNull(members.get(field.memberName()))))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(json ? "," : ""));
        if (!left.isEmpty()) {
            throw new AssertionError(call.operation() + " knows no " + left + " in " + model.getClass());
        }
        return content;
    }

    @SuppressWarnings("unchecked")
    private String member(SdkField<?> field, Object value) {
        if (field.getTrait(PayloadTrait.class) != null) {
            return members(field.constructor().get(), (Map<String, Object>) value);
        }
        ListTrait list = field.getTrait(ListTrait.class);
        if (list != null && !json) {
            String item = list.memberLocationName() == null ? "member" : list.memberLocationName();
            Stream<String> items = items(list, value);
            return list.isFlattened()
                    ? items.map(text -> element(field.unmarshallLocationName(), text))
                            .collect(Collectors.joining())
                    : element(
                            field.unmarshallLocationName(),
                            items.map(text -> element(item, text)).collect(Collectors.joining()));
        }
        String name = json ? field.locationName() : field.unmarshallLocationName();
        return json ? quoted(name) + ":" + value(field, value) : element(name, value(field, value));
    }

    private Stream<String> items(ListTrait list, Object value) {
        SdkField<?> item = list.memberFieldInfo();
        List<?> values = value instanceof Map<?, ?> tags ? tags(item, tags) : (List<?>) value;
        return values.stream().map(one -> value(item, one));
    }

    /** Tags are pairs whose members every service calls a little otherwise. */
    private static List<Map<String, Object>> tags(SdkField<?> pair, Map<?, ?> tags) {
        List<String> names = pair.constructor().get().sdkFields().stream()
                .map(SdkField::memberName)
                .toList();
        String key = names.stream()
                .filter(name -> name.matches("(?i)(tag)?key"))
                .findFirst()
                .orElseThrow();
        String value = names.stream()
                .filter(name -> name.matches("(?i)(tag)?value"))
                .findFirst()
                .orElseThrow();
        return tags.entrySet().stream()
                .map(tag -> Map.<String, Object>of(key, tag.getKey(), value, tag.getValue()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private String value(SdkField<?> field, Object value) {
        if (field.getTrait(ListTrait.class) != null) {
            return items(field.getTrait(ListTrait.class), value).collect(Collectors.joining(",", "[", "]"));
        }
        if (field.marshallingType().equals(MarshallingType.SDK_POJO)) {
            String inner = members(field.constructor().get(), (Map<String, Object>) value);
            return json ? "{" + inner + "}" : inner;
        }
        if (field.marshallingType().equals(MarshallingType.MAP)) {
            return ((Map<String, String>) value)
                    .entrySet().stream()
                            .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        return scalar(field, value);
    }

    private String scalar(SdkField<?> field, Object value) {
        if (value instanceof Instant instant) {
            TimestampFormatTrait format = field.getTrait(TimestampFormatTrait.class);
            boolean text = !json || (format != null && format.format() == TimestampFormatTrait.Format.ISO_8601);
            return text
                    ? (json ? quoted(instant.toString()) : instant.toString())
                    : Long.toString(instant.getEpochSecond());
        }
        if (!json) {
            return escaped(value.toString());
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
