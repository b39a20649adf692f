package io.tagcompliance.billing;

import io.tagcompliance.billing.RowForm.Stated;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.TagKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes lines of bills of what {@link BillSql#lines} answers. What lines have in common is made once. Confined to one thread. */
final class LineReader {
    private static final String NOBODY = "unknown";
    /** Microsoft writes subscriptions as paths, whose last part is what they are called elsewhere. */
    private static final Pattern SUBSCRIPTION = Pattern.compile("^/subscriptions/", Pattern.CASE_INSENSITIVE);

    private static final int FIELDS = Field.values().length;
    private static final Map<Field, Integer> PLACES = places();

    private final RowForm form;
    private final List<TagColumn> tagColumns;
    private final Map<String, String> spellings;
    private final Map<List<String>, Tags> tags = new HashMap<>();
    private final Map<ChargePlace, ChargePlace> places = new HashMap<>();
    private final Map<String, Currency> currencies = new HashMap<>();
    private final Set<String> keysFound;

    /** @param keysFound where keys that are on a line are added, in the case of the bill */
    LineReader(RowForm form, BillQuery query, Set<String> keysFound) {
        this.form = form;
        this.tagColumns = form.tags();
        this.keysFound = keysFound;
        this.spellings = query.keys().stream()
                .map(TagKey::text)
                .collect(Collectors.toMap(CurNames::snakeCase, key -> key, (first, second) -> first));
    }

    /** Lines begin with every field, in the order of these. */
    private static Map<Field, Integer> places() {
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            places.put(field, places.size());
        }
        return places;
    }

    /**
     * Reads one.
     *
     * @throws UnreadableException where its currency or its tags can't be read
     */
    Charge read(String[] cells) {
        ChargePlace place = place(cells);
        Stated stated = new Stated(
                cell(cells, Field.CATEGORY),
                cell(cells, Field.CLASS),
                cell(cells, Field.COMMITMENT),
                place.service(),
                new Stated.Seller(cell(cells, Field.PROVIDER), cell(cells, Field.PUBLISHER)));
        String sum = cells[cells.length - 1];
        return new Charge(
                form.kind(stated),
                place,
                ResourceNames.charged(cell(cells, Field.RESOURCE), cell(cells, Field.RESOURCE_TYPE), place),
                tags(cells),
                new Money(sum.isEmpty() ? BigDecimal.ZERO : new BigDecimal(sum), currency(cells)));
    }

    private static String cell(String[] cells, Field field) {
        String cell = cells[Objects.requireNonNull(PLACES.get(field))].strip();
        return cell.equals("NULL") ? "" : cell;
    }

    private ChargePlace place(String[] cells) {
        Cloud cloud = Providers.cloud(cell(cells, Field.PROVIDER));
        String account = SUBSCRIPTION.matcher(cell(cells, Field.ACCOUNT)).replaceFirst("");
        String region = cell(cells, Field.REGION);
        ChargePlace place = new ChargePlace(
                cloud,
                new AccountId(account.isEmpty() ? NOBODY : account),
                region.isEmpty() ? Region.GLOBAL : new Region(region),
                ServiceNames.focus(cell(cells, Field.SERVICE)));
        return places.computeIfAbsent(place, same -> same);
    }

    private Currency currency(String[] cells) {
        return currencies.computeIfAbsent(cell(cells, Field.CURRENCY), LineReader::currency);
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

    private Tags tags(String[] cells) {
        List<String> texts = new ArrayList<>(tagColumns.size());
        for (int at = 0; at < tagColumns.size(); at++) {
            texts.add(cells[FIELDS + at]);
        }
        return tags.computeIfAbsent(texts, this::read);
    }

    private Tags read(List<String> texts) {
        Map<String, String> read = new LinkedHashMap<>();
        for (int at = 0; at < texts.size(); at++) {
            TagColumn column = tagColumns.get(at);
            if (!column.isOneKey()) {
                TagTexts.read(texts.get(at)).forEach((key, value) -> put(read, key, value));
            } else if (!texts.get(at).isEmpty()) {
                put(read, column.key(), texts.get(at));
            }
        }
        return Tags.of(read);
    }

    private void put(Map<String, String> read, String key, String value) {
        String spelled = form.spelled(key, spellings);
        keysFound.add(spelled);
        read.put(spelled, value);
    }
}
