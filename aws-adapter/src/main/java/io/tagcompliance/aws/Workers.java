package io.tagcompliance.aws;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Virtual threads for the time of one scan or search. All work happens on them, for a virtual thread that waits for the
 * network can be interrupted and the caller's may not.
 */
final class Workers {
    private static final long FAREWELL_MILLIS = 500;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Workers() {}

    /** Does the work, and leaves no thread behind; when the caller is interrupted, all of them are. */
    static <T> T with(Function<Workers, T> work) throws InterruptedException {
        Workers workers = new Workers();
        try {
            return result(workers.start(() -> work.apply(workers)));
        } finally {
            workers.threads.shutdownNow();
            workers.threads.awaitTermination(FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    <T> Future<T> start(Callable<T> task) {
        return threads.submit(task);
    }

    /** Does something with each item, side by side; the results are in the order of the items. */
    <T, R> List<R> each(List<T> items, Function<T, R> task) {
        List<Future<R>> started =
                items.stream().map(item -> start(() -> task.apply(item))).toList();
        return started.stream().map(Workers::join).toList();
    }

    /** The result of a task, from within another. */
    static <T> T join(Future<T> task) {
        try {
            return result(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AwsFailures.interrupted(Operation.of("aws:Read"), e);
        }
    }

    private static <T> T result(Future<T> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
