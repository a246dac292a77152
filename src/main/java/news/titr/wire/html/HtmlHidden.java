package news.titr.wire.html;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What readers never saw of a page: hidden text, and pictures and frames that are there to count them. */
final class HtmlHidden {

    private static final Pattern STYLE = Pattern.compile(
            "(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|font-size:0(?:px|pt|em|rem|%)?(?:;|!|$)|opacity:0(?:\\.0+)?(?:;|!|$))");

    /** Names that style sheets give to text for screen readers only: labels of buttons, "(opens in a new window)". */
    private static final Set<String> CLASSES =
            Set.of("screen-reader-text", "sr-only", "visually-hidden", "assistive-text", "hide-text");

    private static final List<String> COUNTING_HOSTS = List.of(
            "doubleclick.net",
            "google-analytics.com",
            "googletagmanager.com",
            "googleadservices.com",
            "googlesyndication.com",
            "scorecardresearch.com",
            "quantserve.com",
            "chartbeat.net",
            "chartbeat.com",
            "pixel.wp.com",
            "stats.wp.com",
            "stats.wordpress.com",
            "feeds.wordpress.com",
            "mc.yandex.ru",
            "bat.bing.com",
            "ct.pinterest.com",
            "analytics.twitter.com",
            "counter.yadro.ru",
            "statcounter.com",
            "hotjar.com",
            "clarity.ms",
            "taboola.com",
            "outbrain.com",
            "criteo.com",
            "adnxs.com",
            "amazon-adsystem.com",
            "webgozar.com",
            "webgozar.ir",
            "yektanet.com",
            "sabavision.com",
            "persianstat.com");

    private static final Pattern COUNTING_PATH = Pattern.compile("(?i)(?:^|.*/)(?:tr|pixel|pixel\\.gif|beacon|"
            + "matomo\\.php|piwik\\.php|__utm\\.gif|count\\.gif|stat/?event)(?:\\?.*)?$");

    private HtmlHidden() {}

    static boolean isHidden(Element element) {
        if (element.hasAttr("hidden") && !element.attr("hidden").equalsIgnoreCase("until-found")) {
            return true;
        }
        if (element.hasAttr("style")
                && STYLE.matcher(element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", ""))
                        .find()) {
            return true;
        }
        return element.hasAttr("class") && element.classNames().stream().anyMatch(CLASSES::contains);
    }

    /** A picture of a pixel, or one that comes from whoever counts readers. */
    static boolean counts(Element element, String address) {
        return isPixel(element.attr("width")) && isPixel(element.attr("height")) || countsReaders(address);
    }

    static boolean countsReaders(String address) {
        var parts =
                Pattern.compile("(?i)^(?:https?:)?//([^/?#:]+)[^/?#]*([^#]*)").matcher(address);
        if (!parts.lookingAt()) {
            return false;
        }
        String host = parts.group(1).toLowerCase(Locale.ROOT);
        return COUNTING_HOSTS.stream().anyMatch(counting -> host.equals(counting) || host.endsWith("." + counting))
                || COUNTING_PATH.matcher(parts.group(2)).matches();
    }

    private static boolean isPixel(String length) {
        return length.strip().matches("[01](?:px)?");
    }
}
