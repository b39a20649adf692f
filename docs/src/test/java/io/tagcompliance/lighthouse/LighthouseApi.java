package io.tagcompliance.lighthouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.policy.ResourceType;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The three calls of Lighthouse, over HTTP. An answer has one thing a line: its fields are percent-encoded, with commas
 * between them. Safe for many threads.
 */
final class LighthouseApi {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
    private static final int MOST_TRIES = 5;
    private static final int TOO_MANY_CALLS = 429;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String token;

    LighthouseApi(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /**
     * A page of a listing.
     *
     * @param next names the page after it; empty where there is none
     */
    record Page(List<Resource> resources, String next) {}

    Set<AccountId> accounts() throws InterruptedException {
        return succeeded("accounts", call("accounts", "accounts"))
                .body()
                .lines()
                .map(AccountId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    Page list(Extent.Cell cell, String after) throws InterruptedException {
        String path = "list?account=" + encoded(cell.account().text())
                + "&region=" + encoded(cell.region().text())
                + "&type=" + encoded(cell.type().name())
                + "&after=" + encoded(after);
        HttpResponse<String> answer = succeeded("list", call("list", path));
        return new Page(
                answer.body().lines().map(LighthouseApi::resource).toList(),
                answer.headers().firstValue("Next").orElse(""));
    }

    /** The resource of that id; empty where Lighthouse says that there is none. */
    Optional<Resource> get(ResourceId id) throws InterruptedException {
        HttpResponse<String> answer = call("get", "get?id=" + encoded(id.text()));
        return answer.statusCode() == 404
                ? Optional.empty()
                : Optional.of(resource(succeeded("get", answer).body().strip()));
    }

    void close() {
        http.shutdownNow();
    }

    /** Where Lighthouse asks for fewer calls, waits a little longer each time, and gives up in the end. */
    private HttpResponse<String> call(String operation, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .timeout(LONGEST_CALL)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(UTF_8));
            for (int tries = 1; answer.statusCode() == TOO_MANY_CALLS && tries < MOST_TRIES; tries++) {
                Thread.sleep(100L * tries);
                answer = http.send(request, BodyHandlers.ofString(UTF_8));
            }
            return answer;
        } catch (IOException failed) {
            throw CloudException.of(failure(Kind.UNAVAILABLE, operation, "not reached; ask again later"), failed);
        }
    }

    /** The answer; what it says about a failure is not repeated to anybody, since it may hold the token. */
    private static HttpResponse<String> succeeded(String operation, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status == 200) {
            return answer;
        }
        ReadFailure failure = switch (status) {
            case 401 -> failure(Kind.UNAUTHENTICATED, operation, "the token is wrong or has expired; set a new one");
            case 403 -> failure(Kind.ACCESS_DENIED, operation, "allow lighthouse:" + operation);
            case TOO_MANY_CALLS -> failure(Kind.THROTTLED, operation, "too many calls; ask again later");
            default -> failure(Kind.UNAVAILABLE, operation, "it answered with " + status + "; ask again later");
        };
        throw CloudException.of(failure, new IllegalStateException("status " + status));
    }

    private static ReadFailure failure(Kind kind, String operation, String remedy) {
        return new ReadFailure(kind, "lighthouse:" + operation, remedy);
    }

    /** A line: id, type, account, region, name, then each tag as two fields. */
    private static Resource resource(String line) {
        List<String> fields = Arrays.stream(line.split(",", -1))
                .map(field -> URLDecoder.decode(field, UTF_8))
                .toList();
        Map<String, String> tags = new LinkedHashMap<>();
        for (int at = 5; at + 1 < fields.size(); at += 2) {
            tags.put(fields.get(at), fields.get(at + 1));
        }
        return new Resource(
                new ResourceId(LighthouseCloud.CLOUD, fields.get(0)),
                new ResourceType(fields.get(1)),
                new Location(new AccountId(fields.get(2)), new Region(fields.get(3))),
                fields.get(4),
                TagReading.known(tags),
                Creation.UNKNOWN);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
