package news.titr.site;

/**
 * A story as it stands in a list.
 *
 * @param type the name of its type, for the style sheet
 * @param label what readers are told of its type; empty for plain news
 * @param when its date, or today's time, or that it is not known
 * @param clock the time of day, for lists that are headed by days
 * @param whenMachine in ISO 8601 (UTC); empty when not known
 */
record TeaserView(
        long number,
        String address,
        String type,
        String label,
        String kicker,
        String headline,
        String lead,
        String authors,
        String section,
        String when,
        String clock,
        String whenMachine,
        PictureView picture) {

    TeaserView withPicture(PictureView other) {
        return new TeaserView(
                number,
                address,
                type,
                label,
                kicker,
                headline,
                lead,
                authors,
                section,
                when,
                clock,
                whenMachine,
                other);
    }

    public boolean pictured() {
        return picture.shown();
    }

    public boolean dated() {
        return !whenMachine.isEmpty();
    }
}
