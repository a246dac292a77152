package news.titr.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.CalendarNames;
import news.titr.story.Archive;
import news.titr.story.LiveStories;
import news.titr.story.StoryType;

/**
 * {@code /archive}, {@code /archive/1403}, {@code /archive/1403/11}, {@code /archive/1403/11/01}: stories by the day of their
 * first release, in the edition's own calendar; {@code ?type=} leaves one type. Any other way to write a date leads to this one.
 */
public final class ArchivePage {

    /**
     * @param years of the whole archive, newest first
     * @param months of a year
     * @param calendar of a month, beside the stories of it or of a day
     * @param types what there is of each type; the first is all
     * @param list the stories of a month or of a day
     * @param before what lies before and after; none at the ends of the archive
     */
    record View(
            String kicker,
            String kickerAddress,
            String heading,
            String count,
            List<Year> years,
            List<Month> months,
            List<ArchiveCalendar> calendar,
            List<Type> types,
            List<ListPage.View> list,
            List<PageFrame.Link> before,
            List<PageFrame.Link> after) {}

    record Year(String name, String address, String count, List<PageFrame.Link> months) {}

    /** @param address empty for a month without stories */
    record Month(String name, String address, String count) {}

    record Type(String name, String count, String address, boolean current) {}

    static final String TYPE = "type";

    private final Site site;
    private final MissingPage missing;
    private final Archive archive;
    private final ListPage list;

    public ArchivePage(Site site, MissingPage missing, Archive archive) {
        this.site = site;
        this.missing = missing;
        this.archive = archive;
        list = new ListPage(site, missing, _ -> Aside.NONE);
    }

    public Response answer(Request request) {
        var type = StoryType.of(request.query().text(TYPE));
        if (request.query().has(TYPE) && type.isEmpty()) {
            return Response.movedPermanently(request.path());
        }
        var span = archive.span(site.edition());
        if (!request.route().has("year")) {
            return span.map(there -> root(there)).orElseGet(this::empty);
        }
        var asked = ArchiveDate.of(site.calendar(), request.route());
        if (asked.isEmpty()) {
            return missing.answer(request);
        }
        var date = asked.get();
        if (!site.address(date.path()).equals(request.path())) {
            return Response.movedPermanently(address(date, type));
        }
        return date.isYear() ? year(date, span, type) : stories(request, date, span, type);
    }

    /** The years, each with its months. */
    private Response root(Archive.Span span) {
        var calendar = site.calendar();
        var newest = ArchiveDate.of(calendar, span.last());
        var oldest = ArchiveDate.of(calendar, span.first());
        if (newest.isEmpty() || oldest.isEmpty()) {
            return empty();
        }
        var years = new ArrayList<Year>();
        for (int number = newest.get().year(); number >= oldest.get().year(); number--) {
            var year = new ArchiveDate(calendar, number, 0, 0);
            long stories = total(archive.types(site.edition(), year.from(), year.until()));
            if (stories > 0) {
                years.add(new Year(site.digits(number), site.address(year.path()), count(stories), months(year, span)));
            }
        }
        String heading = site.words().word("site.archive");
        var view =
                new View("", "", heading, "", years, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return show(200, heading, site.address(ArchiveDate.ROOT), view, true);
    }

    private List<PageFrame.Link> months(ArchiveDate year, Archive.Span span) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(year::inMonth)
                .filter(month ->
                        month.until().isAfter(span.first()) && !month.from().isAfter(span.last()))
                .map(month -> PageFrame.Link.to(monthName(month), site.address(month.path())))
                .toList();
    }

    private Response empty() {
        String heading = site.words().word("site.archive");
        var view = new View(
                "",
                "",
                heading,
                site.words().word("site.empty"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return show(200, heading, site.address(ArchiveDate.ROOT), view, false);
    }

    /** The twelve months of a year. */
    private Response year(ArchiveDate year, Optional<Archive.Span> span, Optional<StoryType> type) {
        var days = archive.days(site.edition(), year.from(), year.until());
        var months = IntStream.rangeClosed(1, 12)
                .mapToObj(year::inMonth)
                .map(month -> {
                    long stories = total(days, count -> within(month, count.day()) && isOf(type, count));
                    return new Month(
                            monthName(month),
                            stories == 0 ? "" : address(month, type),
                            stories == 0 ? "" : count(stories));
                })
                .toList();
        long all = total(days, count -> isOf(type, count));
        var view = new View(
                site.words().word("site.archive"),
                site.address(ArchiveDate.ROOT),
                site.words().word("site.archive-year", site.digits(year.year())),
                all == 0 ? site.words().word("site.archive-nothing") : count(all),
                List.of(),
                months,
                List.of(),
                types(year, type),
                List.of(),
                archive.dayBefore(site.edition(), year.from()).stream()
                        .map(day -> link(day, ArchiveDate::ofYear, type))
                        .flatMap(Optional::stream)
                        .toList(),
                archive.dayAfter(site.edition(), year.until().minusDays(1)).stream()
                        .map(day -> link(day, ArchiveDate::ofYear, type))
                        .flatMap(Optional::stream)
                        .toList());
        return show(status(year, span), view.heading(), address(year, type), view, type.isEmpty() && all > 0);
    }

    /** The stories of a month or of a day, with the month's calendar. */
    private Response stories(Request request, ArchiveDate date, Optional<Archive.Span> span, Optional<StoryType> type) {
        var month = date.ofMonth();
        var days = archive.days(site.edition(), month.from(), month.until());
        var zone = site.masthead.zone();
        var of = new LiveStories.Of.Released(
                site.edition(),
                date.from().atStartOfDay(zone).toInstant(),
                date.until().atStartOfDay(zone).toInstant(),
                type);
        String heading = date.isMonth()
                ? site.dates().monthAndYear(date.from())
                : site.dates().fullDate(date.from());
        long all = total(days, count -> within(date, count.day()) && isOf(type, count));
        var head = ListPage.Head.timed(
                heading, address(date, type), date.isMonth() ? ListPage.Days.HEADED : ListPage.Days.ONE);
        var shown = list.view(request, of, type.isEmpty() && all > 0 ? head : head.notIndexed());
        if (shown.isEmpty()) {
            return missing.answer(request);
        }
        UnaryOperator<ArchiveDate> same = date.isMonth() ? ArchiveDate::ofMonth : whole -> whole;
        var above = date.isMonth() ? date.ofYear() : month;
        var view = new View(
                date.isMonth()
                        ? site.words().word("site.archive-year", site.digits(date.year()))
                        : site.dates().monthAndYear(date.from()),
                site.address(above.path()),
                heading,
                all == 0 ? site.words().word("site.archive-nothing") : count(all),
                List.of(),
                List.of(),
                List.of(ArchiveCalendar.of(site, date, days)),
                types(date, type),
                List.of(shown.get()),
                archive.dayBefore(site.edition(), date.from()).stream()
                        .map(day -> link(day, same, type))
                        .flatMap(Optional::stream)
                        .toList(),
                archive.dayAfter(site.edition(), date.until().minusDays(1)).stream()
                        .map(day -> link(day, same, type))
                        .flatMap(Optional::stream)
                        .toList());
        var frame = list.frame(request, type.isEmpty() && all > 0 ? head : head.notIndexed());
        return site.page(status(date, span), site.templates.archivePage(frame, view));
    }

    private Response show(int status, String title, String address, View view, boolean indexed) {
        var frame = site.frame(title, title, address, "");
        return site.page(status, site.templates.archivePage(indexed ? frame : frame.notIndexed(), view));
    }

    /** What lies before the first story and after today is no page, or machines would turn leaves for ever. */
    private int status(ArchiveDate date, Optional<Archive.Span> span) {
        var today = site.day(site.clock.instant());
        boolean there = date.from().isAfter(today)
                ? span.isPresent() && !date.from().isAfter(span.get().last())
                : span.isPresent()
                        ? date.until().isAfter(span.get().first())
                        : date.until().isAfter(today);
        return there ? 200 : 404;
    }

    private List<Type> types(ArchiveDate date, Optional<StoryType> current) {
        var counts = archive.types(site.edition(), date.from(), date.until());
        if (counts.size() < 2 && current.isEmpty()) {
            return List.of();
        }
        var types = new ArrayList<Type>();
        types.add(new Type(
                site.words().word("site.archive-all"),
                site.number(total(counts)),
                address(date, Optional.empty()),
                current.isEmpty()));
        counts.forEach(count -> types.add(new Type(
                site.words().word("story.type." + count.type().id()),
                site.number(count.stories()),
                address(date, Optional.of(count.type())),
                current.equals(Optional.of(count.type())))));
        return List.copyOf(types);
    }

    private Optional<PageFrame.Link> link(LocalDate day, UnaryOperator<ArchiveDate> whole, Optional<StoryType> type) {
        return ArchiveDate.of(site.calendar(), day)
                .map(whole)
                .map(date -> PageFrame.Link.to(name(date), address(date, type)));
    }

    private String name(ArchiveDate date) {
        return date.isYear()
                ? site.digits(date.year())
                : date.isMonth()
                        ? site.dates().monthAndYear(date.from())
                        : site.dates().dayAndMonth(date.from());
    }

    private String monthName(ArchiveDate month) {
        return CalendarNames.month(month.calendar(), month.month(), site.masthead.language());
    }

    private String address(ArchiveDate date, Optional<StoryType> type) {
        return site.address(date.path())
                + type.map(its -> "?" + TYPE + "=" + its.id()).orElse("");
    }

    private String count(long stories) {
        return site.words().word("site.story-count", site.number(stories));
    }

    private static boolean within(ArchiveDate date, LocalDate day) {
        return !day.isBefore(date.from()) && day.isBefore(date.until());
    }

    private static boolean isOf(Optional<StoryType> type, Archive.Count count) {
        return type.isEmpty() || type.get() == count.type();
    }

    private static long total(List<Archive.Count> counts) {
        return total(counts, _ -> true);
    }

    private static long total(List<Archive.Count> counts, Predicate<Archive.Count> wanted) {
        return counts.stream().filter(wanted).mapToLong(Archive.Count::stories).sum();
    }
}
