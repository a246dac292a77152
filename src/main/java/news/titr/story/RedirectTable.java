package news.titr.story;

import java.util.ArrayList;
import java.util.List;
import news.titr.language.Digits;

/** Reads the lines of a table of redirects, as spreadsheets write them. */
final class RedirectTable {

    private RedirectTable() {}

    /** The cells of a line; none for an empty line. */
    static List<String> cells(String line) {
        String text = line.strip().replace("\uFEFF", "");
        if (text.isEmpty()) {
            return List.of();
        }
        char mark = text.indexOf('\t') >= 0 ? '\t' : text.indexOf(';') >= 0 && text.indexOf(',') < 0 ? ';' : ',';
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"') {
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (character == mark && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** A line without a target is gone; one without a status leads on for good. */
    static Redirects.Wish wish(List<String> cells) {
        String target = cells.size() > 1 ? cells.get(1) : "";
        String status = cells.size() > 2 ? Digits.ascii(cells.get(2)) : "";
        int number = target.isEmpty() ? 410 : 301;
        if (!status.isEmpty()) {
            number = status.matches("\\d{3}") ? Integer.parseInt(status) : 0;
        }
        return new Redirects.Wish(cells.getFirst(), target, number);
    }
}
