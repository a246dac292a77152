package news.titr.fediverse;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import news.titr.http.HttpDate;

/**
 * Signatures of requests as Mastodon has them (draft-cavage-http-signatures-12, RSA with SHA-256): over the method with the path, the
 * host, the date, and the digest of the body.
 *
 * @param keyId the address that names the key
 * @param headers what is signed, in its order, in lower case
 */
record HttpSignature(String keyId, List<String> headers, byte[] signature) {

    /** Clocks differ, and a request may wait on its way; what is older was caught and is sent again. */
    private static final Duration SKEW = Duration.ofHours(1);

    private static final String TARGET = "(request-target)";
    private static final Pattern PART = Pattern.compile("([a-zA-Z]+)=\"([^\"]*)\"");
    private static final List<String> ALGORITHMS = List.of("", "rsa-sha256", "hs2019");
    private static final int LONGEST = 4_000;

    HttpSignature {
        headers = List.copyOf(headers);
    }

    // ---- signing

    /**
     * The headers that a request needs to be believed.
     *
     * @param host as it stands in the address, with its port where it has one
     * @param target the path with its query
     */
    static Map<String, String> sign(
            PrivateKey key, String keyId, String method, String host, String target, byte[] body, Instant now) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Date", HttpDate.of(now));
        if (body.length > 0) {
            headers.put("Digest", digest(body));
        }
        var signed = body.length > 0 ? List.of(TARGET, "host", "date", "digest") : List.of(TARGET, "host", "date");
        String text = text(signed, method, target, name -> switch (name) {
            case "host" -> host;
            case "date" -> String.valueOf(headers.get("Date"));
            default -> String.valueOf(headers.get("Digest"));
        });
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            headers.put(
                    "Signature",
                    "keyId=\"%s\",algorithm=\"rsa-sha256\",headers=\"%s\",signature=\"%s\""
                            .formatted(
                                    keyId,
                                    String.join(" ", signed),
                                    Base64.getEncoder().encodeToString(signature.sign())));
            return headers;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA256withRSA", e);
        }
    }

    private static String text(List<String> signed, String method, String target, UnaryOperator<String> header) {
        return String.join(
                "\n",
                signed.stream()
                        .map(name -> name + ": "
                                + (name.equals(TARGET)
                                        ? method.toLowerCase(Locale.ROOT) + " " + target
                                        : header.apply(name)))
                        .toList());
    }

    static String digest(byte[] body) {
        try {
            return "SHA-256="
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    // ---- believing

    /** What a header says, if it says all that is needed. */
    static Optional<HttpSignature> read(String header) {
        if (header.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = new LinkedHashMap<String, String>();
        PART.matcher(header).results().forEach(part -> parts.put(part.group(1), part.group(2)));
        var signed = List.of(
                parts.getOrDefault("headers", "date").toLowerCase(Locale.ROOT).split(" +", -1));
        try {
            boolean whole = parts.containsKey("keyId")
                    && parts.containsKey("signature")
                    && ALGORITHMS.contains(parts.getOrDefault("algorithm", ""))
                    && signed.containsAll(List.of(TARGET, "host", "date", "digest"));
            return whole
                    ? Optional.of(new HttpSignature(
                            parts.getOrDefault("keyId", ""),
                            signed,
                            Base64.getDecoder().decode(parts.getOrDefault("signature", ""))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the request is of about now, and its body the one that was signed; who signed it is another question. */
    static boolean isFresh(String date, String digest, byte[] body, Instant now) {
        boolean timely = HttpDate.read(date)
                .filter(at -> Duration.between(at, now).abs().compareTo(SKEW) <= 0)
                .isPresent();
        boolean whole = Arrays.stream(digest.split(",", -1))
                .map(String::strip)
                .filter(each -> each.regionMatches(true, 0, "SHA-256=", 0, 8))
                .anyMatch(each -> MessageDigest.isEqual(
                        each.substring(8).getBytes(StandardCharsets.UTF_8),
                        digest(body).substring(8).getBytes(StandardCharsets.UTF_8)));
        return timely && whole;
    }

    /** Whether the owner of the key has signed this request. */
    boolean isBy(PublicKey key, String method, String target, UnaryOperator<String> header) {
        try {
            var verifying = Signature.getInstance("SHA256withRSA");
            verifying.initVerify(key);
            verifying.update(text(headers, method, target, header).getBytes(StandardCharsets.UTF_8));
            return verifying.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
