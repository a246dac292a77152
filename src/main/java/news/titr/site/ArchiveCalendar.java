package news.titr.site;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import news.titr.language.CalendarNames;
import news.titr.language.CalendarSystem;
import news.titr.language.MonthGrid;
import news.titr.story.Archive;

/**
 * A month of the archive in weeks.
 *
 * @param title such as «بهمن ۱۴۰۳»
 * @param weeks four to six of seven days
 */
record ArchiveCalendar(String title, List<Weekday> weekdays, List<List<Day>> weeks) {

    record Weekday(String initial, String name) {}

    /**
     * One day.
     *
     * @param number empty for a day of a neighbouring month
     * @param address empty for a day without stories
     * @param count how many stories it has, in words; empty for none
     * @param current true for the day that the page is of
     */
    record Day(String number, String address, String count, boolean current) {

        private static final Day OUTSIDE = new Day("", "", "", false);
    }

    static ArchiveCalendar of(Site site, ArchiveDate date, List<Archive.Count> counts) {
        var stories = new HashMap<LocalDate, Long>();
        counts.forEach(count -> stories.merge(count.day(), count.stories(), Long::sum));
        var language = site.masthead.language();
        var first = date.calendar() == CalendarSystem.JALALI ? DayOfWeek.SATURDAY : DayOfWeek.MONDAY;
        var grid = MonthGrid.of(date.calendar(), date.year(), date.month(), first);
        return new ArchiveCalendar(
                site.dates().monthAndYear(date.ofMonth().from()),
                grid.weekdays().stream()
                        .map(day -> new Weekday(
                                CalendarNames.weekdayInitial(day, language), CalendarNames.weekday(day, language)))
                        .toList(),
                grid.weeks().stream()
                        .map(week -> week.stream()
                                .map(cell -> cell.inMonth()
                                        ? day(site, date, cell, stories.getOrDefault(cell.date(), 0L))
                                        : Day.OUTSIDE)
                                .toList())
                        .toList());
    }

    private static Day day(Site site, ArchiveDate date, MonthGrid.Cell cell, long stories) {
        var address = new ArchiveDate(date.calendar(), date.year(), date.month(), cell.day());
        return new Day(
                site.digits(cell.day()),
                stories == 0 ? "" : site.address(address.path()),
                stories == 0 ? "" : site.number(stories),
                date.day() == cell.day());
    }
}
