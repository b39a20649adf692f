package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.IdReading;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes a resource or a gap of the cells of one record. */
final class RecordParser {
    private static final Set<Cloud> KNOWN_BY_FORM = Set.of(Cloud.AWS, Cloud.AZURE, Cloud.GCP);
    private static final List<Column> NOT_OF_GAPS =
            List.of(Column.RESOURCE_ID, Column.NAME, Column.RESOURCE_GROUP, Column.CREATED_AT, Column.TAGS_UNKNOWN);
    private static final Pattern ACCOUNT_OF_AWS = Pattern.compile("[0-9]{12}");

    private final RawRecord raw;

    private RecordParser(RawRecord raw) {
        this.raw = raw;
    }

    /** What the record says. */
    static EstateRecord parse(RawRecord raw) throws WrongRecordException {
        RecordParser parser = new RecordParser(raw);
        parser.requireWholeCharacters();
        return raw.has(Column.GAP) ? parser.gap() : new EstateRecord.Present(parser.resource());
    }

    private void requireWholeCharacters() throws WrongRecordException {
        boolean broken = anyHasHalfCharacter(raw.cells().values())
                || anyHasHalfCharacter(raw.tags().keySet())
                || anyHasHalfCharacter(raw.tags().values());
        if (broken) {
            throw wrong("half a character (a lone \\uD800 to \\uDFFF); write characters whole");
        }
        if (raw.tags().containsKey("")) {
            throw wrong("a tag without a key; every tag has one");
        }
    }

    private static boolean anyHasHalfCharacter(Collection<String> texts) {
        for (String text : texts) {
            if (hasHalfCharacter(text)) {
                return true;
            }
        }
        return false;
    }

    /** Most texts have no character that needs another one, and are gone through once. */
    private static boolean hasHalfCharacter(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                return text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
            }
        }
        return false;
    }

    private EstateRecord gap() throws WrongRecordException {
        Optional<Column> surplus = NOT_OF_GAPS.stream().filter(raw::has).findFirst();
        if (surplus.isPresent() || !raw.tags().isEmpty()) {
            throw wrong("a gap names no " + surplus.orElse(Column.TAGS).label()
                    + "; write only gap, cloud, account_id, region and resource_type");
        }
        Optional<ResourceType> type = type();
        Optional<Cloud> cloud = cloudColumn().or(() -> type.flatMap(TypeCatalogue::cloudOf));
        if (cloud.isEmpty() && (raw.has(Column.ACCOUNT_ID) || raw.has(Column.REGION) || type.isPresent())) {
            throw wrong("a gap in a part of a cloud, and no cloud; give it");
        }
        Scope part = new Scope(
                setOf(cloud),
                setOf(value(Column.ACCOUNT_ID).map(text -> accountId(text, cloud))),
                setOf(value(Column.REGION).map(Region::new)),
                setOf(type));
        return new EstateRecord.NotRead(part, Reason.of(raw, Column.GAP).whilePartWasRead());
    }

    private static AccountId accountId(String text, Optional<Cloud> cloud) {
        return new AccountId(cloud.filter(Cloud.AZURE::equals).isPresent() ? text.toLowerCase(Locale.ROOT) : text);
    }

    private static <T> Set<T> setOf(Optional<T> value) {
        return value.map(Set::of).orElse(Set.of());
    }

    private Resource resource() throws WrongRecordException {
        ResourceId id = id();
        IdParts parts = IdParts.of(id);
        return new Resource(
                id,
                typeIn(id.cloud()),
                location(id.cloud(), parts),
                value(Column.NAME).orElse(IdParts.lastOf(id)),
                tags(),
                creation());
    }

    private ResourceId id() throws WrongRecordException {
        String text = value(Column.RESOURCE_ID)
                .orElseThrow(() -> wrong("no resource_id; give the full identifier, or a reason in gap where this is"
                        + " a part of the estate that could not be read"));
        Optional<Cloud> cloud = cloudColumn();
        if (cloud.isPresent() && !KNOWN_BY_FORM.contains(cloud.get())) {
            return idElsewhere(cloud.get(), text);
        }
        return switch (IdReading.of(text)) {
            case IdReading.Valid(ResourceId id) -> requireCloud(id, cloud.orElse(id.cloud()));
            case IdReading.Invalid(String reason) -> throw wrong("resource_id " + Quoted.of(text) + ": " + reason);
        };
    }

    private ResourceId idElsewhere(Cloud cloud, String text) throws WrongRecordException {
        if (text.length() > ResourceId.LONGEST) {
            throw wrong("resource_id is longer than " + ResourceId.LONGEST + " characters");
        }
        return new ResourceId(cloud, text);
    }

    private ResourceId requireCloud(ResourceId id, Cloud wanted) throws WrongRecordException {
        if (!id.cloud().equals(wanted)) {
            throw wrong("cloud says " + wanted + ", the form of resource_id says " + id.cloud() + "; correct one");
        }
        return id;
    }

    private Optional<Cloud> cloudColumn() throws WrongRecordException {
        return converted(Column.CLOUD, Cloud::new, "a word like aws, azure or gcp");
    }

    private Optional<ResourceType> type() throws WrongRecordException {
        return converted(Column.RESOURCE_TYPE, ResourceType::new, "a type like ec2:instance")
                .map(TypeCatalogue::canonical);
    }

    private ResourceType typeIn(Cloud cloud) throws WrongRecordException {
        ResourceType type =
                type().orElseThrow(() -> wrong("no resource_type; name it in its cloud's spelling, like ec2:instance"));
        Cloud home = TypeCatalogue.cloudOf(type).orElse(cloud);
        if (!home.equals(cloud)) {
            throw wrong(
                    "resource_type " + type + " belongs to " + home + ", resource_id to " + cloud + "; correct one");
        }
        return type;
    }

    private Location location(Cloud cloud, IdParts parts) throws WrongRecordException {
        String account = value(Column.ACCOUNT_ID).orElse(parts.account());
        requireAccount(cloud, account, parts.account());
        String region = value(Column.REGION).orElse(parts.region());
        String group = value(Column.RESOURCE_GROUP).orElse(parts.group());
        return new Location(
                accountId(account, Optional.of(cloud)),
                region.isEmpty() ? Region.GLOBAL : new Region(region),
                group.isEmpty() ? ResourceGroup.NONE : new ResourceGroup(group));
    }

    private void requireAccount(Cloud cloud, String account, String ofId) throws WrongRecordException {
        if (account.isEmpty()) {
            throw wrong("no account_id, and resource_id names none; give the account, subscription or project");
        }
        if (cloud.equals(Cloud.AWS) && !ACCOUNT_OF_AWS.matcher(account).matches()) {
            throw wrong("account_id " + Quoted.of(account)
                    + " has not 12 digits; a spreadsheet cuts leading zeros off: format the column as text");
        }
        if (cloud.equals(Cloud.AWS) && !ofId.isEmpty() && !ofId.equals(account)) {
            throw wrong("account_id and the account in resource_id differ; correct one");
        }
    }

    private TagReading tags() throws WrongRecordException {
        if (!raw.has(Column.TAGS_UNKNOWN)) {
            return new TagReading.Known(Tags.of(raw.tags()));
        }
        if (!raw.tags().isEmpty()) {
            throw wrong("tags, and a reason in tags_unknown why there are none; keep one of them");
        }
        return new TagReading.Unknown(Reason.of(raw, Column.TAGS_UNKNOWN).whileTagsWereRead());
    }

    private Creation creation() throws WrongRecordException {
        return converted(Column.CREATED_AT, Dates::instantOf, "a time like 2026-03-31T09:30:00Z or 2026-03-31")
                .<Creation>map(Creation.At::new)
                .orElse(Creation.UNKNOWN);
    }

    private Optional<String> value(Column column) {
        return Optional.of(raw.cell(column)).filter(text -> !text.isEmpty());
    }

    private <T> Optional<T> converted(Column column, Function<String, T> conversion, String form)
            throws WrongRecordException {
        try {
            return value(column).map(conversion);
        } catch (IllegalArgumentException unfit) {
            throw wrong(column.label() + " " + Quoted.of(raw.cell(column)) + " is not " + form);
        }
    }

    private WrongRecordException wrong(String problem) {
        return new WrongRecordException(raw.line(), problem);
    }
}
