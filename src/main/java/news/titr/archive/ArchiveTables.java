package news.titr.archive;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import news.titr.archive.ArchiveTable.Shape;

/**
 * What becomes of every table and every column of the database in an archive. A test holds this list to the tables that
 * there are: whoever adds one decides here.
 */
final class ArchiveTables {

    private ArchiveTables() {}

    /** Why something is not in the archive. */
    enum LeftOut {
        /** Made anew from what is in it. */
        DERIVED,
        /** Opens something, or is of no use without what opens something. */
        SECRET,
        /** On its way when the archive was made, and of no use elsewhere. */
        TRANSIENT
    }

    /** In an order in which nothing points to what is not there yet. */
    static final List<ArchiveTable> ALL = List.of(
            ArchiveTable.file("counter", "counters", "t.name~", "name value:number"),
            ArchiveTable.file("edition", "editions", "t.position t.id~", "id position:number"),
            ArchiveTable.file(
                            "section",
                            "sections",
                            "t.edition~ t.position t.id~",
                            "id edition slug name parent position:number description hidden:yes in_navigation:yes",
                            "merged_into version:number")
                    .withLater("parent"),
            ArchiveTable.file(
                    "tag",
                    "tags",
                    "t.id~",
                    "id edition slug name introduction sort_key fold stem merged_into version:number"),
            ArchiveTable.file(
                    "author",
                    "authors",
                    "t.id~",
                    "id edition slug name biography picture person sort_key fold stem merged_into version:number"),
            ArchiveTable.file("old_slug", "old-slugs", "t.kind~ t.edition~ t.slug~", "kind edition slug now"),
            ArchiveTable.file(
                    "person", "people", "t.id~", "id email name role language created_at:time disabled_at:time"),
            ArchiveTable.file(
                    "person_section", "people-sections", "t.person~ t.section~ t.bond~", "person section bond"),
            ArchiveTable.file(
                    "asset",
                    "pictures",
                    "t.id~",
                    "id blob media_type width:number height:number file_name file_size:number length_ms:number",
                    "moving:yes poster alt caption credit licence usable_until:time taken_at:time keywords:json",
                    "framing:json embedded:json words added_by created_at:time version:number"),
            ArchiveTable.file(
                    "replaced_original",
                    "replaced-originals",
                    "t.id~",
                    "id asset blob media_type file_name replaced_at:time replaced_by"),
            ArchiveTable.file("asset_origin", "picture-origins", "t.source~ t.source_id~", "source source_id asset"),
            ArchiveTable.file("rendition_key", "picture-addresses", "t.name~", "name asset"),

            // stories, with all that belongs to them alone
            ArchiveTable.story(
                    "number:number edition translation_group type stage release newest_revision live_revision",
                    "scheduled_revision scheduled_at:time scheduled_weight embargo_until:time first_released_at:time",
                    "released_at:time withdrawn_at:time withdrawn_reason source_number note begun_by created_at:time"),
            ArchiveTable.many("story_origin", "origins", "t.source~ t.source_id~", "source source_id"),
            ArchiveTable.many(
                    "wire_item",
                    "wireItems",
                    "t.origin~ t.item~",
                    "origin item standing source_name rights link said fingerprint version:number changed_at:number",
                    "came_at:time revision newer_at:time newer status release detail"),
            ArchiveTable.many(
                    "story_comment",
                    "comments",
                    "t.source~ t.source_id~",
                    "source source_id reply_to name site text standing at:time"),
            ArchiveTable.many(
                    "revision",
                    "revisions",
                    "t.ordinal",
                    "id ordinal:number created_at:time created_by cause name kept:yes superseded:yes version:number",
                    "begun_at:time kicker headline subheadlines:json lead body:json section tags:json authors:json",
                    "dateline source place published published_at:time picture:json"),
            ArchiveTable.many(
                    "correction", "corrections", "t.created_at t.id~", "id revision text created_at:time edition"),
            ArchiveTable.one(
                    "working_copy",
                    "workingCopy",
                    "version:number document:json cut_version:number touched_by touched_address touched_at:time",
                    "burst_at:time"),
            ArchiveTable.many("step", "steps", "t.version", "version:number client actor at:time json:json"),
            ArchiveTable.one("story_work", "work", "assignee claimed_by claimed_at:time priority:number"),
            ArchiveTable.many("stage_move", "stageMoves", "t.id~", "id at:time actor from_stage to_stage note"),
            ArchiveTable.many(
                    "alarm",
                    "alarms",
                    "t.due_at t.kind~",
                    "id due_at:time kind detail:json raised_at:time acknowledged_at:time acknowledged_by solved_at:time"),
            ArchiveTable.one(
                    "coverage", "coverage", "change:number last_number:number changed_at:time finished_at:time"),
            ArchiveTable.many(
                    "coverage_entry",
                    "coverageEntries",
                    "t.number",
                    "id number:number version:number change:number at:time key_event:yes pinned:yes written_by",
                    "written_at:time removed_at:time removed_by removed_reason"),
            ArchiveTable.many(
                            "coverage_text",
                            "coverageTexts",
                            "e.number t.version",
                            "entry version:number at:time headline body:json author made_by made_at:time")
                    .by("JOIN coverage_entry e ON e.id = t.entry", "e.story"),
            ArchiveTable.many(
                    "note",
                    "notes",
                    "t.id~",
                    "id version:number passage_from:number passage_to:number quote resolved_at:time resolved_by"),
            ArchiveTable.many("note_saying", "noteSayings", "t.id~", "id note said_by said_at:time text")
                    .by("JOIN note n ON n.id = t.note", "n.story"),
            ArchiveTable.many(
                            "note_mention",
                            "noteMentions",
                            "t.saying~ t.person~",
                            "saying person seen_at:time mail_at:time tries:number")
                    .by("JOIN note_saying s ON s.id = t.saying JOIN note n ON n.id = s.note", "n.story"),

            // what points to stories, and all else
            ArchiveTable.file(
                    "plan",
                    "plans",
                    "t.id~",
                    "id edition version:number title section day clock place notes words:number pictures:number",
                    "cancelled:yes story:number begun_by created_at:time"),
            ArchiveTable.file("plan_person", "plans-people", "t.plan~ t.person~", "plan person"),
            ArchiveTable.file("board_view", "board-views", "t.id~", "id owner name query shared:yes created_at:time"),
            ArchiveTable.file("board_default", "board-defaults", "t.person~", "person view"),
            ArchiveTable.file("front_slot", "front-slots", "t.edition~ t.slot~", "edition slot story:number"),
            ArchiveTable.file(
                    "front_revision",
                    "front-revisions",
                    "t.edition~ t.ordinal",
                    "edition ordinal:number at:time actor reason front:json"),
            ArchiveTable.file(
                    "front_draft",
                    "front-drafts",
                    "t.edition~ t.version",
                    "edition version:number undo_to:number at:time actor front:json"),
            ArchiveTable.file(
                    "static_page",
                    "pages",
                    "t.edition~ t.position t.id~",
                    "id edition slug position:number newest:number live:number"),
            ArchiveTable.file(
                    "static_page_revision",
                    "page-revisions",
                    "t.page~ t.ordinal",
                    "page ordinal:number at:time actor title body:json"),
            ArchiveTable.file("page_origin", "page-origins", "t.source~ t.source_id~", "source source_id page"),
            ArchiveTable.file(
                    "breaking_news",
                    "breaking-news",
                    "t.edition~",
                    "edition version:number shown:yes text story:number until_at:time at:time actor"),
            ArchiveTable.file(
                    "redirect",
                    "redirects",
                    "t.path~",
                    "path target status:number hits:number hit_at:time version:number created_at:time actor"),
            ArchiveTable.file(
                    "fediverse_follower",
                    "followers",
                    "t.actor~ t.follower~",
                    "actor follower inbox shared_inbox followed_at:time failing_since:time"),
            ArchiveTable.file(
                    "site_settings", "site-settings", "t.version", "version:number at:time actor settings:json"),
            ArchiveTable.file(
                    "hourly_reads",
                    "reads-by-hour",
                    "t.edition~ t.hour t.story",
                    "edition hour:number story:number reads:number"),
            ArchiveTable.file(
                    "daily_reads",
                    "reads-by-day",
                    "t.edition~ t.day t.story",
                    "edition day:number story:number reads:number"),
            ArchiveTable.file(
                    "audit",
                    "audit",
                    "t.id~",
                    "id at:time actor address action subject_kind subject_id subject_name detail:json folded"));

    /** Tables of which nothing is in the archive. */
    static final Map<String, LeftOut> TABLES_LEFT_OUT = Map.ofEntries(
            entry("live_tag", LeftOut.DERIVED),
            entry("live_author", LeftOut.DERIVED),
            entry("live_place", LeftOut.DERIVED),
            entry("place", LeftOut.DERIVED),
            entry("archive_day", LeftOut.DERIVED),
            entry("archive_zone", LeftOut.DERIVED),
            entry("picture_use", LeftOut.DERIVED),
            entry("story_card", LeftOut.DERIVED),
            entry("rendition", LeftOut.DERIVED),
            entry("sign_in_link", LeftOut.SECRET),
            entry("session", LeftOut.SECRET),
            entry("passkey", LeftOut.SECRET),
            entry("recovery_code", LeftOut.SECRET),
            entry("sign_in_step", LeftOut.SECRET),
            entry("first_link", LeftOut.SECRET),
            entry("share_key", LeftOut.SECRET),
            // hashes that only the key of this installation makes sense of
            entry("never_again", LeftOut.SECRET),
            // whoever follows asks for the new one as soon as the old one does not fit
            entry("fediverse_key", LeftOut.SECRET),
            entry("api_token", LeftOut.SECRET),
            // each has a secret that both sides know
            entry("webhook", LeftOut.SECRET),
            // its address may hold a key
            entry("wire_source", LeftOut.SECRET),
            entry("wire_file", LeftOut.TRANSIENT),
            entry("api_answer", LeftOut.TRANSIENT),
            entry("delivery", LeftOut.TRANSIENT),
            entry("sign_in_tally", LeftOut.TRANSIENT),
            entry("send_request", LeftOut.TRANSIENT),
            entry("send_tally", LeftOut.TRANSIENT),
            entry("outgoing_mail", LeftOut.TRANSIENT),
            entry("letter", LeftOut.TRANSIENT),
            entry("upload", LeftOut.TRANSIENT),
            entry("ping", LeftOut.TRANSIENT),
            entry("outbox", LeftOut.TRANSIENT),
            entry("outbox_cursor", LeftOut.TRANSIENT));

    /** Columns of tables that are in the archive, with their tables. */
    static final Map<String, LeftOut> COLUMNS_LEFT_OUT = Map.of(
            "story.live_section", LeftOut.DERIVED,
            "tag.stories", LeftOut.DERIVED,
            "author.stories", LeftOut.DERIVED,
            "asset.developed", LeftOut.DERIVED,
            "person.password", LeftOut.SECRET,
            "person.code_secret", LeftOut.SECRET,
            "person.code_step", LeftOut.SECRET);

    /** Rows of {@code counter} that say how far something derived has come, or count what is transient. */
    static final List<String> COUNTERS_LEFT_OUT = List.of("outbox", "picture-uses-filled", "places-gathered");

    static final ArchiveTable STORIES = ALL.stream()
            .filter(table -> table.shape() == Shape.STORY)
            .findFirst()
            .orElseThrow();

    /** What stands in a story. */
    static final List<ArchiveTable> IN_STORIES = ALL.stream()
            .filter(table -> table.shape() == Shape.ONE || table.shape() == Shape.MANY)
            .toList();

    static final List<ArchiveTable> FILES =
            ALL.stream().filter(table -> table.shape() == Shape.FILE).toList();
}
