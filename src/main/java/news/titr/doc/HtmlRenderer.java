package news.titr.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A body as HTML for readers. Pure: the same body and surroundings give the same text. Nothing that was typed reaches
 * the page unescaped, and unsafe links lose their address but keep their text.
 */
public final class HtmlRenderer {

    private final Surroundings surroundings;
    private final BlockWords words;
    private final StringBuilder html = new StringBuilder();
    private int tables;

    private HtmlRenderer(Surroundings surroundings, BlockWords words) {
        this.surroundings = surroundings;
        this.words = words;
    }

    public static String render(Body body, Surroundings surroundings, BlockWords words) {
        var renderer = new HtmlRenderer(surroundings, words);
        renderer.blocks(body.blocks());
        return renderer.html.toString();
    }

    private void blocks(List<Block> blocks) {
        blocks.forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(var text) -> {
                if (!text.isEmpty()) {
                    html.append("<p").append(direction(Inline.text(text))).append('>');
                    inlines(text);
                    html.append("</p>\n");
                }
            }
            case Block.Subhead(var level, var kicker, var text) -> subhead(words.level(level), kicker, text);
            case Block.Quote(var speaker, var blocks) -> quote(speaker, blocks);
            case Block.Listing(var numbered, var items) -> list(numbered, items);
            case Block.Table(var caption, var rows) -> table(caption, rows);
            case Block.Picture picture -> picture(picture);
            case Block.Separator() -> html.append("<hr class=\"separator\">\n");
            case Block.ReadAlso readAlso -> readAlso(readAlso);
            case Block.Embed embed -> embed(embed);
            case Block.Unknown unknown -> {
                for (var line : unknown.safeText().split("\n", -1)) {
                    if (!line.isBlank()) {
                        html.append("<p>").append(Html.escape(line)).append("</p>\n");
                    }
                }
            }
        }
    }

    private void subhead(int level, String kicker, List<Inline> text) {
        if (!kicker.isEmpty()) {
            html.append("<hgroup class=\"subhead\">\n<p class=\"kicker\">")
                    .append(Html.escape(kicker))
                    .append("</p>\n");
        }
        // a heading without words is a stop for screen readers where there is nothing
        if (!Inline.text(text).isBlank()) {
            html.append("<h").append(level).append('>');
            inlines(text);
            html.append("</h").append(level).append(">\n");
        }
        if (!kicker.isEmpty()) {
            html.append("</hgroup>\n");
        }
    }

    private void quote(String speaker, List<Block> blocks) {
        if (speaker.isEmpty() && blocks.isEmpty()) {
            return;
        }
        html.append("<figure class=\"quote\">\n");
        if (!speaker.isEmpty()) {
            html.append("<figcaption>").append(Html.escape(speaker)).append("</figcaption>\n");
        }
        html.append("<blockquote>\n");
        blocks(blocks);
        html.append("</blockquote>\n</figure>\n");
    }

    private void list(boolean numbered, List<Block.Listing.Item> items) {
        if (items.isEmpty()) {
            return;
        }
        String tag = numbered ? "ol" : "ul";
        html.append('<').append(tag).append(">\n");
        for (var item : items) {
            html.append("<li>");
            if (item.blocks().size() == 1 && item.blocks().getFirst() instanceof Block.Paragraph(var text)) {
                inlines(text);
            } else {
                blocks(item.blocks());
            }
            html.append("</li>\n");
        }
        html.append("</").append(tag).append(">\n");
    }

    private void table(String caption, List<Block.Table.Row> allRows) {
        var rows = allRows.stream().filter(row -> !row.cells().isEmpty()).toList();
        if (rows.isEmpty()) {
            return;
        }
        tables++;
        String label = words.table() + (tables > 1 ? " " + words.number(tables) : "");
        // the frame scrolls sideways on a phone, so a keyboard must be able to reach it
        html.append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(Html.escape(caption.isEmpty() ? label : caption))
                .append("\">\n<table>\n");
        if (!caption.isEmpty()) {
            html.append("<caption>").append(Html.escape(caption)).append("</caption>\n");
        }
        boolean head = isHeader(rows.getFirst());
        for (int i = 0; i < rows.size(); i++) {
            if (i == 0) {
                html.append(head ? "<thead>\n" : "<tbody>\n");
            } else if (i == 1 && head) {
                html.append("<tbody>\n");
            }
            row(rows.get(i), i == 0 && allHeaders(rows.getFirst()) ? "col" : "row");
            if (i == 0 && head) {
                html.append("</thead>\n");
            }
        }
        if (rows.size() > (head ? 1 : 0)) {
            html.append("</tbody>\n");
        }
        html.append("</table>\n</div>\n");
    }

    /** A cell cannot reach out of the table's head, so a row with one that spans rows is no head. */
    private static boolean isHeader(Block.Table.Row row) {
        return allHeaders(row) && row.cells().stream().allMatch(cell -> cell.rows() == 1);
    }

    private static boolean allHeaders(Block.Table.Row row) {
        return row.cells().stream().allMatch(Block.Table.Cell::header);
    }

    private void row(Block.Table.Row row, String scope) {
        html.append("<tr>");
        for (var cell : row.cells()) {
            // the empty corner of a table heads nothing
            boolean header = cell.header() && !Inline.text(cell.text()).isBlank();
            html.append(header ? "<th scope=\"" + scope + "\"" : "<td");
            if (cell.columns() > 1) {
                html.append(" colspan=\"").append(cell.columns()).append('"');
            }
            if (cell.rows() > 1) {
                html.append(" rowspan=\"").append(cell.rows()).append('"');
            }
            html.append('>');
            inlines(cell.text());
            html.append(header ? "</th>" : "</td>");
        }
        html.append("</tr>\n");
    }

    private void picture(Block.Picture picture) {
        var named = surroundings.named(picture.asset());
        var shown = surroundings.picture(picture.asset());
        if (named.isEmpty() && shown.isEmpty()) {
            return;
        }
        html.append("<figure class=\"picture\">\n");
        named.ifPresentOrElse(it -> name(it, picture.alt()), () -> shown.ifPresent(it -> show(it, picture.alt())));
        if (!picture.caption().isEmpty() || !picture.credit().isEmpty()) {
            html.append("<figcaption>").append(Html.escape(picture.caption()));
            if (!picture.credit().isEmpty()) {
                html.append(picture.caption().isEmpty() ? "" : " ");
                html.append("<span class=\"credit\">")
                        .append(Html.escape(picture.credit()))
                        .append("</span>");
            }
            html.append("</figcaption>\n");
        }
        html.append("</figure>\n");
    }

    private void show(Surroundings.ShownPicture shown, String alt) {
        var played = shown.played();
        if (played.isPresent() && !played.get().sound()) {
            video(shown, played.get(), alt);
        } else if (!shown.source().isEmpty()) {
            image(shown, alt);
        }
        played.filter(Surroundings.Played::sound)
                .ifPresent(sound -> html.append("<audio controls preload=\"none\" src=\"")
                        .append(Html.escape(sound.address()))
                        .append("\"></audio>\n"));
    }

    private void name(Surroundings.NamedPicture named, String alt) {
        boolean leads = !named.address().isEmpty();
        html.append("<p>")
                .append(leads ? "<a href=\"" + Html.escape(named.address()) + "\">" : "")
                .append(Html.escape(alt.isEmpty() ? named.kind() : named.kind() + ": " + alt))
                .append(leads ? "</a>" : "")
                .append(named.size().isEmpty() ? "" : " (" + Html.escape(named.size()) + ")")
                .append("</p>\n");
    }

    private void image(Surroundings.ShownPicture shown, String alt) {
        if (!shown.others().isEmpty()) {
            html.append("<picture>");
        }
        for (var other : shown.others()) {
            html.append("<source type=\"")
                    .append(Html.escape(other.mediaType()))
                    .append('"');
            if (other.moving()) {
                html.append(" media=\"(prefers-reduced-motion: no-preference)\"");
            }
            sizes(other.sourceSet(), !other.moving());
            html.append('>');
        }
        html.append("<img src=\"").append(Html.escape(shown.source())).append('"');
        if (!shown.sourceSet().isEmpty()) {
            sizes(shown.sourceSet(), true);
        }
        size(shown);
        html.append(" loading=\"lazy\" decoding=\"async\" alt=\"")
                .append(Html.escape(alt))
                .append(shown.others().isEmpty() ? "\">\n" : "\"></picture>\n");
    }

    private void video(Surroundings.ShownPicture shown, Surroundings.Played played, String alt) {
        html.append("<video controls preload=\"none\" poster=\"")
                .append(Html.escape(shown.source()))
                .append('"');
        size(shown);
        html.append(" aria-label=\"")
                .append(Html.escape(alt))
                .append("\"><source src=\"")
                .append(Html.escape(played.address()))
                .append("\" type=\"")
                .append(Html.escape(played.mediaType()))
                .append("\"></video>\n");
    }

    private void size(Surroundings.ShownPicture shown) {
        html.append(" width=\"")
                .append(shown.width())
                .append("\" height=\"")
                .append(shown.height())
                .append('"');
    }

    private void sizes(String sourceSet, boolean many) {
        html.append(" srcset=\"").append(Html.escape(sourceSet)).append('"');
        if (many) {
            html.append(" sizes=\"(min-width: 48rem) 42rem, 100vw\"");
        }
    }

    /** A story that is not live has no address: its headline would be a dead link, so readers are not shown it. */
    private void readAlso(Block.ReadAlso readAlso) {
        surroundings
                .story(readAlso.story())
                .ifPresent(story -> html.append("<div class=\"read-also\">\n<p>")
                        .append("<span>")
                        .append(Html.escape(words.readAlso()))
                        .append("</span> <a href=\"")
                        .append(Html.escape(story.address()))
                        .append("\">")
                        .append(Html.escape(story.headline()))
                        .append("</a></p>\n</div>\n"));
    }

    private void embed(Block.Embed embed) {
        Optional<String> address = EmbedProvider.address(embed);
        String name = EmbedProvider.of(embed.provider()).map(words::provider).orElse(embed.provider());
        String title = embed.title().isEmpty() ? words.seeOn(name) : embed.title();
        html.append("<figure class=\"embed\">\n");
        if (address.isPresent()) {
            html.append("<a href=\"")
                    .append(Html.escape(address.get()))
                    .append("\" rel=\"external noopener nofollow\">");
        }
        html.append("<span class=\"provider\">")
                .append(Html.escape(name))
                .append("</span> ")
                .append(Html.escape(title));
        html.append(address.isPresent() ? "</a>\n</figure>\n" : "\n</figure>\n");
    }

    // ---- runs of text

    /** Marks that neighbours share stay open between them, so that a link with one strong word in it is one link. */
    private void inlines(List<Inline> runs) {
        List<Mark> open = List.of();
        for (var run : runs) {
            var marks = shown(run.marks());
            int shared = 0;
            while (shared < open.size()
                    && shared < marks.size()
                    && open.get(shared).equals(marks.get(shared))) {
                shared++;
            }
            open.subList(shared, open.size()).reversed().forEach(this::close);
            marks.subList(shared, marks.size()).forEach(this::open);
            html.append(Html.escape(run.text()).replace("\n", "<br>"));
            open = marks;
        }
        open.reversed().forEach(this::close);
    }

    /** The marks that HTML can show: safe links, and each kind once, since a link within a link is none. */
    private static List<Mark> shown(List<Mark> marks) {
        var shown = new ArrayList<Mark>();
        for (var mark : marks) {
            boolean safe = !(mark instanceof Mark.Link(var address)) || SafeLink.isSafe(address);
            boolean first = shown.stream().noneMatch(other -> other.getClass() == mark.getClass());
            if (safe && first) {
                shown.add(mark);
            }
        }
        return shown;
    }

    private void open(Mark mark) {
        switch (mark) {
            case Mark.Strong() -> html.append("<strong>");
            case Mark.Emphasis() -> html.append("<em>");
            case Mark.Link(var address) ->
                html.append("<a href=\"")
                        .append(Html.escape(surroundings.link(address)))
                        .append(
                                address.startsWith("/") || address.startsWith("#")
                                        ? "\">"
                                        : "\" rel=\"external noopener\">");
            case Mark.Language language ->
                html.append(language.known().isEmpty() ? "<bdi>" : "<bdi lang=\"" + language.known() + "\">");
        }
    }

    private void close(Mark mark) {
        switch (mark) {
            case Mark.Strong() -> html.append("</strong>");
            case Mark.Emphasis() -> html.append("</em>");
            case Mark.Link _ -> html.append("</a>");
            case Mark.Language _ -> html.append("</bdi>");
        }
    }

    /** Text without a single right-to-left letter, in a right-to-left page, reads the other way. */
    private String direction(String text) {
        boolean letters = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            byte directionality = Character.getDirectionality(character);
            if (directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
                return words.rightToLeft() ? "" : letters ? "" : " dir=\"rtl\"";
            }
            letters |= directionality == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
            i += Character.charCount(character);
        }
        return letters && words.rightToLeft() ? " dir=\"ltr\"" : "";
    }
}
