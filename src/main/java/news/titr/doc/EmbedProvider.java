package news.titr.doc;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The places that an embed may point to, and the public address of a thing there. */
public enum EmbedProvider {
    APARAT("aparat", "آپارات", "[A-Za-z0-9]{3,20}", "https://www.aparat.com/v/%s"),
    YOUTUBE("youtube", "یوتیوب", "[A-Za-z0-9_-]{6,20}", "https://www.youtube.com/watch?v=%s"),
    INSTAGRAM("instagram", "اینستاگرام", "[A-Za-z0-9_-]{5,30}", "https://www.instagram.com/p/%s/"),
    TELEGRAM("telegram", "تلگرام", "[A-Za-z0-9_]{4,40}/[0-9]{1,10}", "https://t.me/%s"),
    X("x", "ایکس", "[A-Za-z0-9_]{1,20}/status/[0-9]{1,25}", "https://x.com/%s");

    private final String id;
    private final String persianName;
    private final Pattern shape;
    private final String address;

    EmbedProvider(String id, String persianName, String shape, String address) {
        this.id = id;
        this.persianName = persianName;
        this.shape = Pattern.compile(shape);
        this.address = address;
    }

    public String id() {
        return id;
    }

    public String persianName() {
        return persianName;
    }

    /** The provider with this id, as it stands in the body's JSON. */
    public static Optional<EmbedProvider> of(String id) {
        return Arrays.stream(values())
                .filter(provider -> provider.id.equals(id))
                .findFirst();
    }

    /** The public address of an embed, or empty when provider or id is not one that we know. */
    public static Optional<String> address(Block.Embed embed) {
        return of(embed.provider())
                .filter(provider -> provider.shape.matcher(embed.id()).matches())
                .map(provider -> provider.address.formatted(embed.id()));
    }
}
