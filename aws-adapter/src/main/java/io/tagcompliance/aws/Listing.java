package io.tagcompliance.aws;

import io.tagcompliance.core.spi.CloudException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How the resources of a place are listed. A listing is only a description: what it reads is between caller and place. */
sealed interface Listing {
    /** The call that gives out the resources; a gap is named after it. */
    Operation operation();

    /** Every call that it makes. */
    Stream<Operation> operations();

    /**
     * Reads to the end, page by page.
     *
     * @throws io.tagcompliance.core.spi.CloudException where a call fails; the pages before it have been taken
     */
    void read(Place place, Consumer<Page<Entry>> taker);

    /** A listing of one call, in pages. */
    static Listing of(Operation operation, PageOf page) {
        return new Pages(operation, page);
    }

    /** Of each parent in that listing, what lies in it. */
    static Listing within(Listing parents, Operation operation, PageWithin page) {
        return new Within(parents, operation, page);
    }

    /** What another listing names, each described by a call of its own; the listing that gives the names has the name. */
    static Listing described(Listing names, Operation operation, PageWithin one) {
        return new Described(names, new Within(names, operation, one));
    }

    /**
     * The same with what a call of its own tells of each, its state above all. Where that is denied of one, it stays as it
     * was listed, for that it was there is known; whether it still is isn't, and so reading fails in the end.
     */
    static Listing told(Listing all, Operation operation, Telling telling) {
        return new Told(all, operation, telling);
    }

    /** The resources of one listing, and then those of another. */
    static Listing joined(Listing one, Listing other) {
        return new Joined(one, other);
    }

    /** The resources of one listing that another one doesn't name. */
    static Listing without(Listing all, Listing excluded) {
        return new Without(all, excluded);
    }

    /** Asks for the page of a listing that a token names. */
    @FunctionalInterface
    interface PageOf {
        Page<Entry> at(Place place, Token token);
    }

    /** Asks for the page of what lies in a parent. */
    @FunctionalInterface
    interface PageWithin {
        Page<Entry> at(Place place, Entry parent, Token token);
    }

    /** Asks what there is to be told of one. */
    @FunctionalInterface
    interface Telling {
        Entry of(Place place, Entry listed);
    }

    /** Pages of one call. */
    record Pages(Operation operation, PageOf page) implements Listing {
        @Override
        public Stream<Operation> operations() {
            return Stream.of(operation);
        }

        @Override
        public void read(Place place, Consumer<Page<Entry>> taker) {
            Page.readAll(operation, token -> place.askForPage(operation, token, () -> page.at(place, token)), taker);
        }
    }

    /** Services that list only what lies in one parent are asked once for each of them. */
    record Within(Listing parents, Operation operation, PageWithin page) implements Listing {
        @Override
        public Stream<Operation> operations() {
            return Stream.concat(parents.operations(), Stream.of(operation));
        }

        @Override
        public void read(Place place, Consumer<Page<Entry>> taker) {
            parents.read(place, some -> some.items().forEach(parent -> readWithin(place, parent, taker)));
        }

        /** A parent that has vanished since it was listed has nothing in it. */
        private void readWithin(Place place, Entry parent, Consumer<Page<Entry>> taker) {
            Page.readAll(
                    operation,
                    token -> place.askForOne(operation, () -> page.at(place, parent, token))
                            .orElseGet(() -> new Page<>(List.of(), Token.NONE)),
                    taker);
        }
    }

    /** Where a list gives out names that say too little. */
    record Described(Listing names, Within each) implements Listing {
        @Override
        public Operation operation() {
            return names.operation();
        }

        @Override
        public Stream<Operation> operations() {
            return each.operations();
        }

        @Override
        public void read(Place place, Consumer<Page<Entry>> taker) {
            each.read(place, taker);
        }
    }

    /** Where a list doesn't say what is being deleted. One that has vanished since it was listed is left out. */
    record Told(Listing all, Operation each, Telling telling) implements Listing {
        @Override
        public Operation operation() {
            return all.operation();
        }

        @Override
        public Stream<Operation> operations() {
            return Stream.concat(all.operations(), Stream.of(each));
        }

        @Override
        public void read(Place place, Consumer<Page<Entry>> taker) {
            AtomicReference<CloudException> denied = new AtomicReference<>();
            all.read(place, page -> {
                List<Entry> told = page.items().stream()
                        .flatMap(listed -> told(place, listed, denied::set).stream())
                        .toList();
                taker.accept(new Page<>(told, page.next()));
            });
            if (denied.get() != null) {
                throw denied.get();
            }
        }

        private Optional<Entry> told(Place place, Entry listed, Consumer<CloudException> denied) {
            try {
                return place.askForOne(each, () -> telling.of(place, listed));
            } catch (CloudException.AccessDenied e) {
                denied.accept(e);
                return Optional.of(listed);
            }
        }
    }

    /** Two calls that list one type, as for classic load balancers and the later ones. */
    record Joined(Listing one, Listing other) implements Listing {
        @Override
        public Operation operation() {
            return one.operation();
        }

        @Override
        public Stream<Operation> operations() {
            return Stream.concat(one.operations(), other.operations());
        }

        @Override
        public void read(Place place, Consumer<Page<Entry>> taker) {
            one.read(place, taker);
            other.read(place, taker);
        }
    }

    /** What another listing names is read first, and only where there is anything to leave out. */
    record Without(Listing all, Listing excluded) implements Listing {
        @Override
        public Operation operation() {
            return all.operation();
        }

        @Override
        public Stream<Operation> operations() {
            return Stream.concat(all.operations(), excluded.operations());
        }

        @Override
        public void read(Place place, Consumer<Page<Entry>> taker) {
            Set<String> names = new HashSet<>();
            boolean[] known = {false};
            all.read(place, page -> {
                if (!known[0] && !page.items().isEmpty()) {
                    excluded.read(
                            place,
                            some -> some.items()
                                    .forEach(entry -> names.add(entry.arn().toString())));
                    known[0] = true;
                }
                List<Entry> left = page.items().stream()
                        .filter(entry -> !names.contains(entry.arn().toString()))
                        .toList();
                taker.accept(new Page<>(left, page.next()));
            });
        }
    }
}
