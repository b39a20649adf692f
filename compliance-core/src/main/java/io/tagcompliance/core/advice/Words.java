package io.tagcompliance.core.advice;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The whole words of a name, in lower case. Names are cut at signs and where a capital follows a small letter, never within a
 * word: {@code prod} is no word of {@code product}, of {@code preprod}, nor {@code main} of {@code domain}.
 */
final class Words {
    private static final Pattern CUTS =
            Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** More words than any name of a person's making has. */
    private static final int MOST = 16;

    private static final int LONGEST = 40;

    private Words() {}

    /** Those with a letter in them: numbers count things, and mean nothing. */
    static Set<String> of(String name) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : CUTS.split(name)) {
            if (words.size() < MOST
                    && word.length() <= LONGEST
                    && LETTER.matcher(word).find()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
