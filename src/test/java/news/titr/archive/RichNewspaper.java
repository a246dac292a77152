package news.titr.archive;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.media.BlobStore;
import news.titr.people.Role;
import news.titr.story.Content;
import news.titr.story.Publishing;
import org.jdbi.v3.core.Handle;

/** A small newspaper that has something in every table: stories through the doors, the rest row by row. */
final class RichNewspaper {

    private static final String[] ROWS = {
        "INSERT INTO story_origin (source, source_id, story) VALUES ('wordpress:example.org', '۱۲', 1001)",
        "INSERT INTO working_copy (story, version, document, cut_version, touched_by, touched_address, touched_at, burst_at)"
                + " VALUES (1002, 900, '{\"type\":\"doc\",\"content\":[]}', 890, 'technician', '', 1737348000000, 1737348000000)",
        "INSERT INTO step (story, version, client, actor, at, json) VALUES"
                + " (1002, 900, 'c1', 'technician', 1737348000001, '{\"stepType\":\"replace\",\"from\":1,\"to\":1}')",
        "INSERT INTO alarm (id, story, due_at, kind, detail, raised_at) VALUES"
                + " ('a1', 1001, 1737348000000, 'late', '{}', 1737348000999)",
        "INSERT INTO stage_move (id, story, at, actor, from_stage, to_stage, note) VALUES"
                + " ('m1', 1001, 1737348000000, 'technician', 'draft', 'review', 'ببینید')",
        "INSERT INTO coverage (story, change, last_number, changed_at) VALUES (1001, 3, 2, 1737348000000)",
        "INSERT INTO coverage_entry (id, story, number, version, change, at, key_event, pinned, written_by, written_at)"
                + " VALUES ('e1', 1001, 1, 2, 2, 1737348000000, 1, 0, 'technician', 1737348000000)",
        "INSERT INTO coverage_entry (id, story, number, version, change, at, key_event, pinned, written_by, written_at,"
                + " removed_at, removed_by, removed_reason)"
                + " VALUES ('e2', 1001, 2, 1, 3, 1737348000000, 0, 0, 'technician', 1737348000000, 1737348000009,"
                + " 'technician', 'نادرست')",
        "INSERT INTO coverage_text (entry, version, at, headline, body, author, made_by, made_at) VALUES"
                + " ('e1', 1, 1737348000000, 'یک', '{ \"odd\" :1.50}', '', 'technician', 1737348000000)",
        "INSERT INTO coverage_text (entry, version, at, headline, body, author, made_by, made_at) VALUES"
                + " ('e1', 2, 1737348000000, 'دو', '{\"schema\":1,\"content\":[]}', 'س', 'technician', 1737348000000)",
        "INSERT INTO note (id, story, version, passage_from, passage_to, quote) VALUES ('n1', 1001, 1, 2, 9, 'پل')",
        "INSERT INTO note_saying (id, note, said_by, said_at, text) VALUES"
                + " ('s1', 'n1', 'technician', 1737348000000, '«می‌شود»؟')",
        "INSERT INTO note_mention (saying, person, seen_at, mail_at, tries)"
                + " SELECT 's1', id, NULL, 1737348000000, 1 FROM person WHERE email = 'sara@example.org'",
        "INSERT INTO plan (id, edition, version, title, section, day, clock, place, notes, words, pictures, cancelled,"
                + " story, begun_by, created_at) VALUES"
                + " ('p1', 'fa', 1, 'نشست', NULL, '2025-01-21', '09:30', '', '', 300, 1, 0, 1001, 'technician', 1737348000000)",
        "INSERT INTO plan_person (plan, person) SELECT 'p1', id FROM person",
        "INSERT INTO board_view (id, owner, name, query, shared, created_at)"
                + " SELECT 'v1', id, 'مال من', 'section=city', 1, 1737348000000 FROM person WHERE email = 'sara@example.org'",
        "INSERT INTO board_default (person, view) SELECT owner, id FROM board_view",
        "INSERT INTO person_section (person, section, bond) SELECT p.id, s.id, 'edits' FROM person p, section s"
                + " WHERE s.slug = 'city' AND s.edition = 'fa'",
        "INSERT INTO story_work (story, assignee, claimed_by, claimed_at, priority)"
                + " SELECT 1001, id, NULL, NULL, 2 FROM person WHERE email = 'sara@example.org'",
        "INSERT INTO old_slug (kind, edition, slug, now) SELECT 'section', 'fa', 'شهر', id FROM section WHERE slug = 'city' AND edition = 'fa'",
        "INSERT INTO front_slot (edition, slot, story) VALUES ('fa', 'lead', 1001)",
        "INSERT INTO front_revision (edition, ordinal, at, actor, reason, front) VALUES"
                + " ('fa', 1, 1737348000000, 'technician', 'publish', '{\"slots\":{}}')",
        "INSERT INTO front_draft (edition, version, undo_to, at, actor, front) VALUES"
                + " ('fa', 1, 0, 1737348000000, 'technician', '{\"slots\":{}}')",
        "INSERT INTO static_page (id, edition, slug, position, newest, live) VALUES ('sp', 'fa', 'about', 0, 1, NULL)",
        "INSERT INTO static_page_revision (page, ordinal, at, actor, title, body) VALUES"
                + " ('sp', 1, 1737348000000, 'technician', 'درباره', '{\"schema\":1,\"content\":[]}')",
        "INSERT INTO breaking_news (edition, version, shown, text, story, until_at, at, actor) VALUES"
                + " ('fa', 1, 1, 'فوری', 1001, NULL, 1737348000000, 'technician')",
        "INSERT INTO redirect (path, target, status, hits, hit_at, version, created_at, actor) VALUES"
                + " ('/کهنه', '/news/1001', 301, 7, 1737348000000, 1, 1737348000000, 'technician')",
        "INSERT INTO redirect (path, target, status, hits, hit_at, version, created_at, actor) VALUES"
                + " ('/Zeta-9', '', 410, 0, NULL, 1, 1737348000000, 'technician')",
        "INSERT INTO redirect (path, target, status, hits, hit_at, version, created_at, actor) VALUES"
                + " ('/alpha', '/', 302, 0, NULL, 1, 1737348000000, 'technician')",
        "INSERT INTO hourly_reads (edition, hour, story, reads) VALUES ('fa', 482597, 1001, 12)",
        "INSERT INTO daily_reads (edition, day, story, reads) VALUES ('fa', 20108, 1001, 120)",
        "INSERT INTO fediverse_follower (actor, follower, inbox, shared_inbox, followed_at) VALUES"
                + " ('fa', 'https://social.example.org/users/a', 'https://social.example.org/a/inbox', '', 1737348000000)",
        "INSERT INTO story_comment (source, source_id, story, reply_to, name, site, text, standing, at) VALUES"
                + " ('wordpress:example.org', '7', 1001, '', 'رضا', '', 'می‌بینم', 'shown', 1737348000000)",
        "INSERT INTO wire_item (origin, item, story, standing, source_name, rights, link, said, fingerprint, version,"
                + " changed_at, came_at, revision, newer_at, newer, status, release, detail) VALUES"
                + " ('wire:pol.example/feed', '۷', 1001, 'own', 'پل', 'با نام منبع', 'https://pol.example/7', 'a', 'b', 2,"
                + " 1737348000000, 1737348000000, 'r', 1737348000000, '{}', 'canceled', 'refused', 'no-headline')",
        "INSERT INTO page_origin (source, source_id, page) VALUES ('wordpress:example.org', '3', 'sp')",
        "INSERT INTO asset_origin (source, source_id, asset) VALUES ('wordpress:example.org', '2014/a.jpg', 'bridge')",
        "UPDATE person SET password = '$argon2id$secret', code_secret = 'SECRET32' WHERE email = 'sara@example.org'",
        "INSERT INTO share_key (name, value) VALUES ('key', 'SECRETKEY')",
    };

    private RichNewspaper() {}

    static void fill(World world, BlobStore blobs) {
        var sara = world.reporter();
        world.actor("nader@example.org", "نادر", Role.CHIEF_EDITOR);
        var bridge = world.published(World.bridgeReopens());
        world.clock.forward(Duration.ofMinutes(20));
        World.done(world.publishing.correct(
                world.technician, bridge.number(), Publishing.Seen.of(bridge), "پل در ساوران است."));
        world.draft(sara, World.bridgeCloses());
        world.published(
                "en",
                World.bridgeReopens()
                        .withText("", "The bridge is open", "Lead", Body.of(Block.Paragraph.of("Text \uD83D\uDE00."))));
        world.sectioning.add(
                world.technician,
                World.EDITION,
                new news.titr.story.Sectioning.Wish(
                        "محله‌ها", "quarters", Optional.of(world.sectionId("city")), "", false, true));
        String picture = blobs.put(new byte[] {1, 2, 3});
        String before = blobs.put(new byte[] {4, 5});
        String poster = blobs.put(new byte[] {6});
        String logo = blobs.put("<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        world.database.write(write -> {
            asset(write, "bridge", picture, "image/jpeg", poster);
            asset(write, "Avatar-۱", picture, "image/jpeg", "");
            write.execute(
                    "INSERT INTO replaced_original (id, asset, blob, media_type, file_name, replaced_at, replaced_by)"
                            + " VALUES ('r1', 'bridge', ?, 'image/png', 'پل.png', 1737348000000, 'technician')",
                    before);
            write.execute("INSERT INTO rendition_key (name, asset) VALUES ('abc', 'bridge')");
            write.execute(
                    "INSERT INTO site_settings (version, at, actor, settings) VALUES (1, 1737348000000, 'technician', ?)",
                    "{\"name\":\"روزنامه\",\"motto\":\"\",\"logo\":{\"blob\":\"" + logo
                            + "\",\"mediaType\":\"image/svg+xml\",\"width\":1,\"height\":1}}");
            List.of(ROWS).forEach(write::execute);
            return null;
        });
        var pictured = World.bridgeReopens();
        world.published(new Content(
                pictured.kicker(),
                pictured.headline(),
                pictured.subheadlines(),
                pictured.lead(),
                Body.of(new Block.Picture("bridge", "پل", "پل در غروب", "")),
                pictured.section(),
                pictured.tags(),
                pictured.authors(),
                pictured.dateline(),
                pictured.source(),
                pictured.place(),
                pictured.published(),
                Optional.of(new Block.Picture("bridge", "پل", "پل کهنه", "عکاس"))));
    }

    private static void asset(Handle write, String id, String blob, String type, String poster) {
        write.execute(
                "INSERT INTO asset (id, blob, media_type, width, height, credit, created_at, alt, caption, keywords, licence,"
                        + " poster, framing, embedded) VALUES (?, ?, ?, 3, 2, 'عکاس', 1737348000123, 'پل', 'پل کهنه', '[\"پل\"]',"
                        + " 'CC', ?, '{\"focus\":[0.25,0.5]}', '[]')",
                id,
                blob,
                type,
                poster);
    }
}
