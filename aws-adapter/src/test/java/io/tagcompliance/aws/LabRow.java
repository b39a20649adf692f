package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Resource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** A call that the lab knows, as a row. Members are called as in the SDK's model. */
sealed interface LabRow {
    /** When everything of the lab was made. */
    Instant MADE = Instant.parse("2025-06-07T08:09:10Z");

    String operation();

    /**
     * A list of the resources of a type.
     *
     * @param items   the member with the list, with dots where it lies in others
     * @param token   the members that say how it goes on
     * @param filters by what single ones are asked for in the same call
     * @param absent  the code of a refusal where none of these is there; empty where the list is just empty
     * @param listed  what the call gets to see
     * @param besides what AWS lists besides what is of the account
     */
    record Lists(
            Key key,
            String items,
            List<String> token,
            Function<Resource, Object> item,
            Asked asked,
            BiPredicate<LabCall, Resource> listed,
            List<String> besides)
            implements LabRow {
        record Key(String operation, String type) {}

        record Asked(List<String> filters, String absent) {}

        @Override
        public String operation() {
            return key.operation();
        }

        String type() {
            return key.type();
        }

        List<String> filters() {
            return asked.filters();
        }

        String absent() {
            return asked.absent();
        }

        /** Single ones are asked for by that field or filter. */
        Lists filteredBy(String... names) {
            return new Lists(key, items, token, item, new Asked(List.of(names), ""), listed, besides);
        }

        /** Asked for an absent one, it refuses with that code. */
        Lists refusing(String code) {
            return new Lists(key, items, token, item, new Asked(asked.filters(), code), listed, besides);
        }

        Lists listing(BiPredicate<LabCall, Resource> some) {
            return new Lists(key, items, token, item, asked, some, besides);
        }

        /** AWS lists one of that name too, in each Region. */
        Lists besides(String name) {
            return new Lists(key, items, token, item, asked, listed, List.of(name));
        }
    }

    /**
     * One resource, or its tags.
     *
     * @param absent the code of the refusal where it isn't there; empty where the answer is just empty
     */
    record Tells(
            String operation,
            List<String> types,
            Function<Resource, Map<String, Object>> members,
            int status,
            String absent,
            BiPredicate<LabCall, Resource> told)
            implements LabRow {
        Tells refusing(int code, String reason) {
            return new Tells(operation, types, members, code, reason, told);
        }

        Tells telling(BiPredicate<LabCall, Resource> some) {
            return new Tells(operation, types, members, status, absent, some);
        }
    }

    static Lists list(String operation, String type, String items, Function<Resource, Object> item) {
        return new Lists(
                new Lists.Key(operation, type),
                items,
                List.of(),
                item,
                new Lists.Asked(List.of(), ""),
                (call, resource) -> true,
                List.of());
    }

    /** The same, in pages. */
    static Lists pages(Lists list, String... token) {
        return new Lists(list.key(), list.items(), List.of(token), list.item(), list.asked(), list.listed(), List.of());
    }

    static Tells tells(String operation, List<String> types, Function<Resource, Map<String, Object>> members) {
        return new Tells(operation, types, members, 400, "ResourceNotFoundException", (call, resource) -> true);
    }

    /** A call that tells the tags of one resource in a member of that name. */
    static Tells tags(String operation, String member, String... types) {
        return tells(operation, List.of(types), resource -> members(member, LabEstate.tags(resource)));
    }

    /** Members in pairs of name and value. */
    static Map<String, Object> members(Object... pairs) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            members.put((String) pairs[at], pairs[at + 1]);
        }
        return members;
    }

    static String arn(Resource resource) {
        return resource.id().text();
    }

    /** What is called so is on its way out, or gone. */
    static boolean isGone(Resource resource) {
        return resource.name().startsWith("gone-");
    }

    static String state(Resource resource, String usual, String last) {
        return isGone(resource) ? last : usual;
    }

    /** What is called so belongs to another account. */
    static String owner(Resource resource) {
        return resource.name().startsWith("foreign-")
                ? "999999999999"
                : resource.location().account().text();
    }
}
