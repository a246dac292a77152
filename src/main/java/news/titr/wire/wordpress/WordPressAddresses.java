package news.titr.wire.wordpress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.titr.language.Digits;
import news.titr.language.JalaliDate;
import news.titr.story.Addresses;
import news.titr.story.Label;
import news.titr.wire.moving.Receiver;
import org.jspecify.annotations.Nullable;

/** Where everything stood there, and where it stands from now on. */
final class WordPressAddresses {

    private static final Pattern START = Pattern.compile("(?i)(?:https?:)?//(?:www\\.)?");
    private static final Pattern DATED = Pattern.compile("/(\\d{4})/(\\d{1,2})(?:/(\\d{1,2}))?(/.*)?");

    private final String site;

    /** In which folder of its host the newspaper stood: {@code /blog}, or the empty string. */
    private final String folder;

    /** Days and months that had pages of their own, since addresses began with them. */
    private final Set<String> dated = new LinkedHashSet<>();

    WordPressAddresses(String site) {
        this.site = site;
        String host = bare(site);
        int slash = host.indexOf('/');
        folder = slash < 0 ? "" : host.substring(slash);
    }

    /** The path of an address within the newspaper there; empty for one elsewhere. */
    static Optional<String> within(String site, String address) {
        String host = bare(site);
        String rest = bare(address);
        if (host.isEmpty() || rest.equals(address) && !address.startsWith("//") || !starts(rest, host)) {
            return Optional.empty();
        }
        String path = rest.substring(host.length());
        return Optional.of(path.startsWith("/") ? path : "/" + path);
    }

    private static boolean starts(String rest, String host) {
        return rest.toLowerCase(Locale.ROOT).startsWith(host.toLowerCase(Locale.ROOT))
                && (rest.length() == host.length() || "/?#".indexOf(rest.charAt(host.length())) >= 0);
    }

    private static String bare(String address) {
        String stripped = address.strip();
        var start = START.matcher(stripped);
        int from = start.lookingAt() ? start.end() : 0;
        int to = stripped.length();
        while (to > from && stripped.charAt(to - 1) == '/') {
            to--;
        }
        return stripped.substring(from, to);
    }

    /** Where an item stood: by its pretty address, and by its number. */
    List<String> of(WordPressItem item) {
        var addresses = new ArrayList<String>();
        within(site, item.field("link")).filter(path -> !path.equals("/")).ifPresent(path -> {
            addresses.add(path);
            dates(path, addresses);
        });
        String id = item.wp("post_id");
        if (!id.isEmpty()) {
            addresses.add("/?p=" + id);
            if (item.type().equals("page")) {
                addresses.add("/?page_id=" + id);
            }
        }
        return addresses.stream().flatMap(this::known).distinct().toList();
    }

    /** What readers know a path of the newspaper by: with the folder that it stood in, and without, as links within it are here. */
    private Stream<String> known(String path) {
        return folder.isEmpty() ? Stream.of(path) : Stream.of(folder + path, path);
    }

    /** Plug-ins wrote Jalali days into addresses, with a nought before small numbers in one version and without in another. */
    private void dates(String path, List<String> addresses) {
        Matcher date = DATED.matcher(Digits.ascii(path));
        if (!date.matches()) {
            return;
        }
        int year = Integer.parseInt(date.group(1));
        int month = Integer.parseInt(date.group(2));
        int day = date.group(3) == null ? 0 : Integer.parseInt(date.group(3));
        String rest = date.group(4) == null
                ? ""
                : path.substring(path.length() - date.group(4).length());
        if (WordPressDates.isJalali(year)) {
            String padded = "/%d/%02d".formatted(year, month) + (day == 0 ? "" : "/%02d".formatted(day));
            String plain = "/" + year + "/" + month + (day == 0 ? "" : "/" + day);
            if (!rest.isEmpty()) {
                addresses.add(padded + rest);
                addresses.add(plain + rest);
            }
            dated.add(padded);
            dated.add(plain);
        } else {
            dated.add("/%d/%02d".formatted(year, month) + (day == 0 ? "" : "/%02d".formatted(day)));
        }
    }

    /** Hands over where lists stood: sections, tags, authors, days and feeds. */
    void lists(WordPressTerms terms, Set<String> authors, Receiver receiver, Addresses addresses, Set<String> used) {
        String edition = receiver.edition();
        var tagNames = new ArrayList<String>();
        terms.categories.values().forEach(category -> tagNames.add(category.name()));
        terms.tags.values().forEach(tag -> tagNames.add(tag.name()));
        var tagPages = receiver.labels(Label.Kind.TAG, tagNames);
        for (var category : terms.categories.values()) {
            String slug = used.contains(category.slug()) ? receiver.section(terms.wish(category.slug())) : "";
            category(
                    category,
                    terms,
                    slug.isEmpty() ? tagPages.get(category.name()) : addresses.in(edition, "/section/" + slug),
                    receiver);
        }
        for (var tag : terms.tags.values()) {
            String page = tagPages.get(tag.name());
            if (page != null) {
                redirect(receiver, "/tag/" + tag.slug(), page);
                redirect(receiver, "/tag/" + tag.slug() + "/feed", page + "/rss.xml");
                redirect(receiver, "/?tag=" + tag.slug(), page);
            }
        }
        authors(terms, authors, receiver);
        dated.forEach(path ->
                archive(path).ifPresent(target -> redirect(receiver, path, addresses.in(edition, target))));
        feeds(receiver, addresses, edition);
    }

    private void redirect(Receiver receiver, String address, String path) {
        known(address).forEach(old -> receiver.redirect(old, path));
    }

    private void category(
            WordPressTerms.Category category, WordPressTerms terms, @Nullable String page, Receiver receiver) {
        if (page == null) {
            return;
        }
        redirect(receiver, "/category/" + terms.path(category.slug()), page);
        redirect(receiver, "/category/" + category.slug(), page);
        redirect(receiver, "/?category_name=" + category.slug(), page);
        if (!category.id().isEmpty()) {
            redirect(receiver, "/?cat=" + category.id(), page);
        }
        redirect(receiver, "/category/" + terms.path(category.slug()) + "/feed", page + "/rss.xml");
        redirect(receiver, "/category/" + category.slug() + "/feed", page + "/rss.xml");
    }

    private void authors(WordPressTerms terms, Set<String> logins, Receiver receiver) {
        var names = new LinkedHashMap<String, String>();
        logins.forEach(login -> names.put(login, terms.authors.getOrDefault(login, login)));
        var pages = receiver.labels(Label.Kind.AUTHOR, names.values());
        names.forEach((login, name) -> {
            String page = pages.get(name);
            if (page != null) {
                redirect(
                        receiver,
                        "/author/"
                                + login.toLowerCase(Locale.ROOT)
                                        .replace(' ', '-')
                                        .replace(".", "-"),
                        page);
                redirect(receiver, "/author/" + login, page);
                terms.authorId(login).ifPresent(id -> redirect(receiver, "/?author=" + id, page));
            }
        });
    }

    /** The day in our archive, which counts in Jalali; a month of the other calendar lies in two of ours. */
    private static Optional<String> archive(String path) {
        Matcher date = DATED.matcher(path);
        if (!date.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(date.group(1));
        int month = Integer.parseInt(date.group(2));
        int day = date.group(3) == null ? 0 : Integer.parseInt(date.group(3));
        if (WordPressDates.isJalali(year)) {
            boolean exists = month >= 1 && month <= 12 && (day == 0 || JalaliDate.exists(year, month, day));
            return exists ? Optional.of(Addresses.archive(year, month, day)) : Optional.empty();
        }
        try {
            return day == 0
                    ? Optional.empty()
                    : Optional.of(JalaliDate.of(LocalDate.of(year, month, day)))
                            .map(jalali -> Addresses.archive(jalali.year(), jalali.month(), jalali.day()));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private void feeds(Receiver receiver, Addresses addresses, String edition) {
        for (String old : List.of("/feed", "/feed/rss", "/feed/rss2", "/?feed=rss2", "/?feed=rss")) {
            redirect(receiver, old, addresses.in(edition, "/rss.xml"));
        }
        redirect(receiver, "/feed/atom", addresses.in(edition, "/atom.xml"));
        redirect(receiver, "/?feed=atom", addresses.in(edition, "/atom.xml"));
        redirect(receiver, "/wp-sitemap.xml", "/sitemap.xml");
        redirect(receiver, "/sitemap_index.xml", "/sitemap.xml");
    }
}
