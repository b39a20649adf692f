package io.tagcompliance.server.tool;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What happens to what tells of persons: e-mail addresses wherever they stand, and values of tags whose key has a word for them.
 * A name under another key, or within an identifier, can't be told from any other text and stays.
 */
sealed interface PersonalData {
    Parameter<Boolean> MASK = Kinds.flag(
            "mask_personal_data",
            "Pseudonyms for e-mail addresses, and for values of keys with an English word for a person (owner, created by,"
                    + " manager, contact); names elsewhere stay");

    /** As a call wants it. */
    static PersonalData wanted(Arguments arguments, UnaryOperator<String> digest) {
        return arguments.get(MASK) ? new Masked(digest) : new Shown();
    }

    /** A value of the tag with that key. */
    String value(String key, String value);

    /** A text in which an address may stand, as in a name or an identifier. */
    String text(String text);

    /** Everything as it is. */
    record Shown() implements PersonalData {
        @Override
        public String value(String key, String value) {
            return value;
        }

        @Override
        public String text(String text) {
            return text;
        }
    }

    /**
     * The same person always becomes the same pseudonym, so that sums stay apart.
     *
     * @param digest keyed, so that nobody who guesses a name can tell whether it is the right one
     */
    record Masked(UnaryOperator<String> digest) implements PersonalData {
        private static final Pattern ADDRESS = Pattern.compile("[^\\s/:;,<>()\"'=]+@[^\\s/:;,<>()\"'=]+");
        private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])|[^A-Za-z]+");
        private static final Set<String> PERSONS = Set.of(
                "owner",
                "owners",
                "ownedby",
                "creator",
                "createdby",
                "manager",
                "managedby",
                "requester",
                "requestor",
                "requestedby",
                "approver",
                "approvedby",
                "contact",
                "contacts",
                "email",
                "mail",
                "user",
                "username",
                "author",
                "person",
                "maintainer",
                "maintainers",
                "maintainedby",
                "responsible");
        private static final int LENGTH = 10;

        @Override
        public String value(String key, String value) {
            return !value.isEmpty() && namesPersons(key) ? pseudonym(value) : text(value);
        }

        @Override
        public String text(String text) {
            return text.indexOf('@') < 0
                    ? text
                    : ADDRESS.matcher(text).replaceAll(address -> pseudonym(address.group()));
        }

        /** By a word of the key, however its words are put together. */
        private static boolean namesPersons(String key) {
            String joined = key.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
            return PERSONS.stream().anyMatch(joined::endsWith)
                    || Arrays.stream(BETWEEN_WORDS.split(key))
                            .map(word -> word.toLowerCase(Locale.ROOT))
                            .anyMatch(PERSONS::contains);
        }

        private String pseudonym(String person) {
            String digested = digest.apply(person.strip().toLowerCase(Locale.ROOT));
            return "person-" + digested.substring(0, LENGTH);
        }
    }
}
