package io.tagcompliance.billing;

import io.tagcompliance.billing.RowForm.Stated;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.cost.ResourceNames;
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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes lines of bills of what {@link BillSql#lines} answers. What lines have in common is made once. Confined to one thread. */
final class LineReader {
    /** Microsoft writes subscriptions as paths, whose last part is what they are called elsewhere. */
    private static final Pattern SUBSCRIPTION = Pattern.compile("^/subscriptions/", Pattern.CASE_INSENSITIVE);

    private static final List<Field> SAID_OF_MANY = List.of(
            Field.PROVIDER,
            Field.PUBLISHER,
            Field.CURRENCY,
            Field.CATEGORY,
            Field.CLASS,
            Field.COMMITMENT,
            Field.SERVICE,
            Field.ACCOUNT,
            Field.REGION);

    private final RowForm form;
    private final int firstTag;
    private final List<TagColumn> tagColumns;
    private final ResourceNames names = new ResourceNames();
    private final Map<String, String> spellings;
    private final Map<String, String> spelledKeys = new HashMap<>();
    private final Map<Field, Integer> places = new EnumMap<>(Field.class);
    private List<String> lastTexts = List.of();
    private Tags lastTags = Tags.NONE;
    private final Map<List<String>, Common> commons = new HashMap<>();
    private final Set<String> keysFound;

    /** @param keysFound where keys that are on a line are added, in the case of the bill */
    LineReader(RowForm form, BillQuery query, Set<String> keysFound) {
        this.form = form;
        form.fields().keySet().forEach(field -> places.put(field, places.size()));
        this.firstTag = places.size();
        this.tagColumns = form.tags();
        this.keysFound = keysFound;
        this.spellings = query.keys().stream()
                .map(TagKey::text)
                .collect(Collectors.toMap(CurNames::snakeCase, key -> key, (first, second) -> first));
    }

    /** What a line shares with many others. */
    private record Common(ChargeKind kind, ChargePlace place, Currency currency) {}

    /**
     * Reads one.
     *
     * @throws UnreadableException where its currency or its tags can't be read
     */
    Charge read(String[] cells) {
        Common common = common(cells);
        return new Charge(
                common.kind(),
                common.place(),
                names.charged(cell(cells, Field.RESOURCE), cell(cells, Field.RESOURCE_TYPE), common.place()),
                tags(cells),
                new Money(amount(cells[cells.length - 1]), common.currency()));
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

    /** Lines begin with the fields of the form. */
    private String cell(String[] cells, Field field) {
        int at = places.getOrDefault(field, -1);
        if (at < 0) {
            return "";
        }
        String cell = cells[at].strip();
        return cell.equals("NULL") ? "" : cell;
    }

    private Common common(String[] cells) {
        List<String> said = new ArrayList<>(SAID_OF_MANY.size());
        for (Field field : SAID_OF_MANY) {
            said.add(cell(cells, field));
        }
        return commons.computeIfAbsent(said, unknown -> readCommon(cells));
    }

    private Common readCommon(String[] cells) {
        ChargePlace place = place(cells);
        Stated stated = new Stated(
                cell(cells, Field.CATEGORY),
                cell(cells, Field.CLASS),
                cell(cells, Field.COMMITMENT),
                place.service(),
                new Stated.Seller(provider(cells), cell(cells, Field.PUBLISHER)));
        return new Common(form.kind(stated), place, currency(cell(cells, Field.CURRENCY)));
    }

    private String provider(String[] cells) {
        String named = cell(cells, Field.PROVIDER);
        return named.isEmpty() ? form.provider() : named;
    }

    private ChargePlace place(String[] cells) {
        Cloud cloud = Providers.cloud(provider(cells));
        String account = SUBSCRIPTION.matcher(cell(cells, Field.ACCOUNT)).replaceFirst("");
        String region = cell(cells, Field.REGION);
        return new ChargePlace(
                cloud,
                new AccountId(account.isEmpty() ? ResourceNames.UNKNOWN : account),
                region.isEmpty() ? Region.GLOBAL : new Region(region),
                ServiceNames.focus(cell(cells, Field.SERVICE)));
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

    /** Most lines of a resource, which come together, have the same tags. */
    private Tags tags(String[] cells) {
        List<String> texts = new ArrayList<>(tagColumns.size());
        for (int at = 0; at < tagColumns.size(); at++) {
            texts.add(cells[firstTag + at]);
        }
        if (!texts.equals(lastTexts)) {
            lastTags = read(texts);
            lastTexts = texts;
        }
        return lastTags;
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
        String spelled = spelledKeys.computeIfAbsent(key, written -> form.spelled(written, spellings));
        keysFound.add(spelled);
        read.put(spelled, value);
    }
}
