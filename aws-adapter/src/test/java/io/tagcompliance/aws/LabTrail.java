package io.tagcompliance.aws;

/** CloudTrail of the lab: two pages about one table, newest first, and nothing about anything else. */
final class LabTrail {
    static final String KNOWN = "name-000";

    private LabTrail() {}

    static boolean answers(LabCall call) {
        return call.service().equals("cloudtrail");
    }

    static LabAnswer answer(LabCall call) {
        if (!call.mentions(KNOWN)) {
            return LabAnswer.ok("{\"Events\":[]}");
        }
        return LabAnswer.ok(
                call.field("NextToken").isEmpty()
                        ? "{\"Events\":[" + event("TagResource", "eve", 1_793_000_000L) + "],\"NextToken\":\"older\"}"
                        : "{\"Events\":[" + event("UpdateTable", "bob", 1_792_000_000L) + ","
                                + event("CreateTable", "ann", 1_790_812_800L) + "]}");
    }

    private static String event(String name, String user, long second) {
        return "{\"EventName\":\"%s\",\"Username\":\"%s\",\"EventTime\":%d}".formatted(name, user, second);
    }
}
