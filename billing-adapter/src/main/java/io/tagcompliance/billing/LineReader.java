package io.tagcompliance.billing;

import io.tagcompliance.billing.RowForm.Stated;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.cost.ResourceNames;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.IdReading;
import io.tagcompliance.core.resource.ParentLink;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TypeCatalogue;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes lines of bills of what {@link BillSql#lines} answers. What lines have in common is made once. Confined to one thread. */
final class LineReader {
    /** Microsoft writes subscriptions as paths, whose last part is what they are called elsewhere. */
    private static final Pattern SUBSCRIPTION = Pattern.compile("^/subscriptions/", Pattern.CASE_INSENSITIVE);

    /** So many that those of a team are among them, and so few that they take a few megabytes where no two are alike. */
    private static final int TAGS_REMEMBERED = 4_096;

    private final RowForm form;
    private final List<Field> shared;
    private final List<Field> ofOne;
    private final List<TagColumn> tagColumns;
    private final ResourceNames names = new ResourceNames();
    private final Map<String, String> spellings;
    private final Map<String, Optional<String>> spelledKeys = new HashMap<>();
    private final Map<List<String>, Tags> tagsOf = new HashMap<>();
    private final Map<String, Common> commons = new HashMap<>();
    private final Oddities oddities;

    /** @param oddities where what is seen on lines is noted */
    LineReader(RowForm form, BillQuery query, Oddities oddities) {
        this.form = form;
        this.shared = form.fields().keySet().stream()
                .filter(field -> !field.isOfOneResource())
                .toList();
        this.ofOne =
                form.fields().keySet().stream().filter(Field::isOfOneResource).toList();
        this.tagColumns = form.tags();
        this.oddities = oddities;
        this.spellings = Stream.concat(
                        query.keys().stream().map(TagKey::text), ParentLink.TAGS_OF_AWS.keySet().stream())
                .collect(Collectors.toMap(CurNames::snakeCase, key -> key, (first, second) -> first));
    }

    /** What a line shares with many others. */
    private record Common(ChargeKind kind, ChargePlace place, Currency currency, boolean unnamed) {}

    /** What some of the fields say. */
    private record Said(List<Field> fields, List<String> texts) {
        /** What a field says; nothing where the form doesn't have it. */
        String of(Field field) {
            int at = fields.indexOf(field);
            String text = at < 0 ? "" : texts.get(at).strip();
            return text.equals("NULL") ? "" : text;
        }
    }

    /**
     * Reads one.
     *
     * @throws UnreadableException where its currency or its tags can't be read
     */
    Charge read(String[] cells) {
        Common common = commons.computeIfAbsent(cells[0], this::readCommon);
        List<String> own = JoinedTexts.read(cells[1]);
        Said resource = new Said(ofOne, own);
        String id = resource.of(Field.RESOURCE);
        ChargePlace place = common.unnamed() ? placeBy(id, common) : common.place();
        return new Charge(
                common.kind(),
                place,
                names.charged(id, resource.of(Field.RESOURCE_TYPE), place),
                tags(own.subList(ofOne.size(), own.size() - 1)),
                new Money(amount(own.getLast()), common.currency()));
    }

    /** Where nobody names the provider, the form of a full id tells it. */
    private ChargePlace placeBy(String id, Common common) {
        ChargePlace place = common.place();
        if (IdReading.of(id) instanceof IdReading.Valid(ResourceId full)) {
            return new ChargePlace(full.cloud(), place.account(), place.region(), place.service());
        }
        if (common.kind() == ChargeKind.USAGE) {
            oddities.haveNoProvider();
        }
        return place;
    }

    /** Engines write sums with all the zeros that their numbers have room for, and short numbers are added at a fraction. */
    static BigDecimal amount(String written) {
        int end = written.length();
        if (written.indexOf('.') >= 0) {
            while (written.charAt(end - 1) == '0') {
                end--;
            }
        }
        return end == 0 ? BigDecimal.ZERO : new BigDecimal(written.substring(0, end));
    }

    private Common readCommon(String joined) {
        Said said = new Said(shared, JoinedTexts.read(joined));
        Parties parties = parties(said);
        ChargePlace place = place(parties.cloud(), said);
        Stated stated = new Stated(
                said.of(Field.CATEGORY), said.of(Field.CLASS), said.of(Field.COMMITMENT), place.service(), parties);
        if (!form.hasCategory(stated.category())) {
            oddities.haveNoCategory();
        }
        return new Common(form.kind(stated), place, currency(said.of(Field.CURRENCY)), parties.areUnnamed());
    }

    private Parties parties(Said said) {
        String named = said.of(Field.PROVIDER);
        return new Parties(
                named.isEmpty() ? form.provider() : named,
                said.of(Field.PUBLISHER),
                new Parties.Makers(said.of(Field.SERVICE_PROVIDER), said.of(Field.HOST), said.of(Field.ISSUER)));
    }

    private static ChargePlace place(Cloud cloud, Said said) {
        String account = SUBSCRIPTION.matcher(said.of(Field.ACCOUNT)).replaceFirst("");
        String region = said.of(Field.REGION);
        return new ChargePlace(
                cloud,
                new AccountId(account.isEmpty() ? ResourceNames.UNKNOWN : account),
                region.isEmpty() ? Region.GLOBAL : new Region(region),
                TypeCatalogue.serviceName(cloud, said.of(Field.SERVICE)));
    }

    /** @throws UnreadableException where there is no such currency */
    static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException none) {
            throw UnreadableException.because(
                    "a row of the bill has no currency of ISO 4217; amounts without one can't be added");
        }
    }

    /** Most lines have tags that some others have. */
    private Tags tags(List<String> texts) {
        Tags known = tagsOf.get(texts);
        if (known != null) {
            return known;
        }
        if (tagsOf.size() == TAGS_REMEMBERED) {
            tagsOf.clear();
        }
        Tags read = read(texts);
        tagsOf.put(List.copyOf(texts), read);
        return read;
    }

    private Tags read(List<String> texts) {
        Map<String, String> read = new LinkedHashMap<>();
        for (int at = 0; at < tagColumns.size(); at++) {
            TagColumn column = tagColumns.get(at);
            if (!column.isOneKey()) {
                TagTexts.read(texts.get(at)).forEach((key, value) -> put(read, key, value));
            } else if (isTag(texts.get(at))) {
                put(read, column.key(), texts.get(at));
            }
        }
        return Tags.of(read);
    }

    /** Whether the column of a key says that there is such a tag. Blanks are a value, if one that names nobody. */
    private static boolean isTag(String text) {
        return !text.isEmpty() && !text.equals("NULL") && !text.equals("{}");
    }

    private void put(Map<String, String> read, String key, String value) {
        spelledKeys
                .computeIfAbsent(key, written -> form.spelled(written, spellings))
                .ifPresent(spelled -> {
                    oddities.haveKey(spelled);
                    read.put(spelled, value);
                });
    }
}
