package news.titr.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.titr.language.Edit;
import news.titr.language.HouseStyle;
import news.titr.language.Tidy;

/** What the house's copy editor would mend in the texts of a story, offered one by one: the editor decides. */
final class TidySuggestions {

    private static final Pattern MARKUP_LINE = Pattern.compile("^[>\\s-]*(?:!\\[|=>|<<)|\\]\\(");

    private final Tidy tidy;
    private final HouseStyle style;

    TidySuggestions(Tidy tidy, HouseStyle style) {
        this.tidy = tidy;
        this.style = style;
    }

    /**
     * One mend.
     *
     * @param id names it within these very texts
     * @param field the field's name in the form
     */
    record Suggestion(String id, String field, String before, String after, String reason) {}

    List<Suggestion> of(StoryForm form) {
        var suggestions = new ArrayList<Suggestion>();
        form.texts()
                .forEach((field, text) -> edits(text)
                        .forEach(edit -> suggestions.add(new Suggestion(
                                id(field, edit),
                                field,
                                edit.wordBefore(text),
                                edit.wordAfter(text),
                                edit.reason().sentence()))));
        return suggestions;
    }

    /** The form with the chosen mends made. A choice that does not fit these texts any more changes nothing. */
    StoryForm apply(StoryForm form, Set<String> chosen) {
        return form.withTexts((field, text) -> Tidy.apply(
                text,
                edits(text).stream()
                        .filter(edit -> chosen.contains(id(field, edit)))
                        .toList()));
    }

    private List<Edit> edits(String text) {
        return tidy.edits(text, style).stream()
                .filter(edit -> !isMarkup(text, edit.start()))
                .toList();
    }

    /** Pictures, pointers, embeds and JSON are markup to the letter: a quotation mark changed there breaks them. */
    private static boolean isMarkup(String text, int at) {
        boolean fenced = false;
        int start = 0;
        while (true) {
            int end = text.indexOf('\n', start);
            String line = text.substring(start, end < 0 ? text.length() : end);
            boolean fence = line.strip().startsWith("```");
            if (end < 0 || at <= end) {
                return fenced || fence || MARKUP_LINE.matcher(line).find();
            }
            fenced ^= fence;
            start = end + 1;
        }
    }

    private static String id(String field, Edit edit) {
        return field + ":" + edit.start() + ":" + edit.end() + ":" + edit.after();
    }
}
