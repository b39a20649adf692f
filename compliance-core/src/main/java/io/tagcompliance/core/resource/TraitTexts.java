package io.tagcompliance.core.resource;

import java.util.List;

/** Traits as a sequence of texts: the state, then each parent, its kind before its name. None is the empty sequence. */
final class TraitTexts {
    private static final char BETWEEN = ' ';

    private TraitTexts() {}

    static int add(Traits traits, TextSequencesBuilder sequences) {
        if (traits.equals(Traits.NONE)) {
            return TextSequences.EMPTY;
        }
        int sequence = sequences.with(TextSequences.EMPTY, traits.state());
        for (ParentLink parent : traits.parents()) {
            sequence = sequences.with(sequence, parent.kind().name() + BETWEEN + parent.name());
        }
        return sequence;
    }

    static Traits read(List<String> texts) {
        return texts.isEmpty()
                ? Traits.NONE
                : new Traits(
                        texts.getFirst(),
                        texts.stream().skip(1).map(TraitTexts::parent).toList());
    }

    private static ParentLink parent(String text) {
        int between = text.indexOf(BETWEEN);
        return new ParentLink(ParentLink.Kind.valueOf(text.substring(0, between)), text.substring(between + 1));
    }
}
