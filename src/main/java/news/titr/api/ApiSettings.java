package news.titr.api;

import java.util.Set;

/**
 * What the machine's settings say of the API.
 *
 * @param publicReading true where what readers have may be read without a token
 * @param origins the sites whose scripts may ask, such as {@code https://app.example.org}; {@code *} for all; none for nobody
 * @param requestsPerMinute of one token, or of one network address without a token
 */
public record ApiSettings(boolean publicReading, Set<String> origins, int requestsPerMinute) {

    public static final ApiSettings USUAL = new ApiSettings(false, Set.of(), 600);

    public ApiSettings {
        origins = Set.copyOf(origins);
    }

    boolean allows(String origin) {
        return origins.contains("*") || origins.contains(origin);
    }
}
