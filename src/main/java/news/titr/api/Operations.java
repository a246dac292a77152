package news.titr.api;

import static news.titr.people.Scope.PUBLISH_STORIES;
import static news.titr.people.Scope.WRITE_DRAFTS;

import java.util.List;
import news.titr.api.Operation.Group;
import news.titr.api.Operation.Parameter;

/** Every operation of the API, on one page. */
final class Operations {

    private static final String TEXT = "{\"type\":\"string\"}";
    private static final Parameter EDITION =
            query("edition", TEXT, "The edition, by its language: fa, en. The main one if none is named.");
    private static final Parameter LIMIT =
            query("limit", "{\"type\":\"integer\",\"minimum\":1,\"maximum\":100}", "How many, at most 100.");
    private static final Parameter AFTER =
            query("after", TEXT, "Where the list goes on: take it from the “next” of the page before.");
    private static final Parameter SECTION =
            query("section", TEXT, "The slug of a section; those below it belong to it.");
    private static final Parameter TAG = query("tag", TEXT, "The slug of a tag.");
    private static final Parameter AUTHOR = query("author", TEXT, "The slug of an author.");
    private static final Parameter TYPE = query(
            "type",
            "{\"enum\":[\"news\",\"report\",\"interview\",\"opinion\",\"picture\",\"video\",\"live\",\"advertorial\"]}",
            "The type of story.");
    private static final Parameter FROM = query(
            "from", TEXT, "Released on this day or later: a day in any calendar (2025-01-20, 1403/11/01) or a moment.");
    private static final Parameter TO = query("to", TEXT, "Released on this day or before; a moment: before it.");
    private static final Parameter WORDS = query("q", TEXT, "Words, however they are typed.");

    private Operations() {}

    static List<Operation> all(ReadingApi reading, DraftingApi drafting, PicturesApi pictures, AccountApi account) {
        return List.of(
                // what readers have
                get("/stories", "listStories", Group.READING)
                        .forReaders()
                        .with(
                                EDITION,
                                SECTION,
                                TAG,
                                AUTHOR,
                                query("place", TEXT, "The slug of a place; not together with tag or author."),
                                TYPE,
                                FROM,
                                TO,
                                LIMIT,
                                AFTER)
                        .answers(200, "StoryList")
                        .by(reading::stories),
                get("/stories/{number}", "getStory", Group.READING)
                        .forReaders()
                        .with(query(
                                "body",
                                TEXT,
                                "In what forms the body is wanted, parted by commas: html, text, blocks, markdown."))
                        .answers(200, "Story")
                        .by(reading::story),
                get("/search", "search", Group.READING)
                        .forReaders()
                        .with(
                                WORDS,
                                EDITION,
                                SECTION,
                                TAG,
                                AUTHOR,
                                TYPE,
                                FROM,
                                TO,
                                query("sort", "{\"enum\":[\"relevance\",\"newest\"]}", "What comes first."),
                                query("page", "{\"type\":\"integer\",\"minimum\":1}", "The page, counted from 1."),
                                LIMIT)
                        .answers(200, "SearchResult")
                        .by(reading::search),
                get("/front", "getFront", Group.READING)
                        .forReaders()
                        .with(EDITION)
                        .answers(200, "Front")
                        .by(reading::front),
                get("/sections", "listSections", Group.READING)
                        .forReaders()
                        .with(EDITION)
                        .answers(200, "SectionList")
                        .by(reading::sections),
                get("/tags", "listTags", Group.READING)
                        .forReaders()
                        .with(EDITION, WORDS, LIMIT, AFTER)
                        .answers(200, "TagList")
                        .by(reading::tags),
                get("/authors", "listAuthors", Group.READING)
                        .forReaders()
                        .with(EDITION, WORDS, LIMIT, AFTER)
                        .answers(200, "AuthorList")
                        .by(reading::authors),
                get("/editions", "listEditions", Group.READING)
                        .forReaders()
                        .answers(200, "EditionList")
                        .by(reading::editions),
                // what is written
                get("/drafts", "listDrafts", Group.DRAFTS)
                        .needs(WRITE_DRAFTS, PUBLISH_STORIES)
                        .with(LIMIT, AFTER)
                        .answers(200, "DraftList")
                        .by(drafting::list),
                of("POST", "/drafts", "createDraft", Group.DRAFTS)
                        .needs(WRITE_DRAFTS)
                        .takes(
                                "application/json",
                                "NewDraft",
                                "{\"headline\":\"پل کهنه پس از سه سال باز می‌شود\",\"section\":\"city\","
                                        + "\"body\":{\"markup\":\"مرمت پل سه سال طول کشید.\"}}")
                        .answers(201, "Draft")
                        .by(drafting::begin),
                get("/drafts/{number}", "getDraft", Group.DRAFTS)
                        .needs(WRITE_DRAFTS, PUBLISH_STORIES)
                        .answers(200, "Draft")
                        .by(drafting::draft),
                of("PUT", "/drafts/{number}", "replaceDraft", Group.DRAFTS)
                        .needs(WRITE_DRAFTS)
                        .conditionally()
                        .takes(
                                "application/json",
                                "DraftContent",
                                "{\"headline\":\"پل کهنه باز شد\",\"section\":\"city\","
                                        + "\"body\":{\"markup\":\"مرمت پل سه سال طول کشید.\"}}")
                        .answers(200, "Draft")
                        .by(drafting::write),
                of("PUT", "/drafts/{number}/stage", "moveDraft", Group.DRAFTS)
                        .needs(WRITE_DRAFTS)
                        .takes("application/json", "StageMove", "{\"stage\":\"review\"}")
                        .answers(200, "Draft")
                        .by(drafting::move),
                of("PUT", "/drafts/{number}/assignee", "assignDraft", Group.DRAFTS)
                        .needs(WRITE_DRAFTS)
                        .takes("application/json", "Assignment", "{\"person\":null}")
                        .answers(200, "Draft")
                        .by(drafting::assign),
                // what readers get
                of("POST", "/drafts/{number}/publication", "publish", Group.PUBLISHING)
                        .needs(PUBLISH_STORIES)
                        .conditionally()
                        .takes("application/json", "Publication", "{\"weight\":\"major\"}")
                        .answers(200, "Draft")
                        .by(drafting::publish),
                of("PUT", "/drafts/{number}/schedule", "schedule", Group.PUBLISHING)
                        .needs(PUBLISH_STORIES)
                        .conditionally()
                        .takes("application/json", "Schedule", "{\"at\":\"2040-01-01T08:00:00+03:30\"}")
                        .answers(200, "Draft")
                        .by(drafting::schedule),
                of("DELETE", "/drafts/{number}/schedule", "unschedule", Group.PUBLISHING)
                        .needs(PUBLISH_STORIES)
                        .conditionally()
                        .answers(200, "Draft")
                        .by(drafting::unschedule),
                of("PUT", "/drafts/{number}/embargo", "setEmbargo", Group.PUBLISHING)
                        .needs(WRITE_DRAFTS, PUBLISH_STORIES)
                        .conditionally()
                        .takes("application/json", "Embargo", "{\"until\":\"2040-01-01T08:00:00+03:30\"}")
                        .answers(200, "Draft")
                        .by(drafting::embargo),
                of("DELETE", "/drafts/{number}/embargo", "liftEmbargo", Group.PUBLISHING)
                        .needs(PUBLISH_STORIES)
                        .conditionally()
                        .answers(200, "Draft")
                        .by(drafting::liftEmbargo),
                of("POST", "/drafts/{number}/correction", "correct", Group.PUBLISHING)
                        .needs(PUBLISH_STORIES)
                        .conditionally()
                        .takes("application/json", "Correction", "{\"text\":\"سه سال، نه دو سال.\"}")
                        .answers(200, "Draft")
                        .by(drafting::correct),
                of("POST", "/drafts/{number}/withdrawal", "withdraw", Group.PUBLISHING)
                        .needs(PUBLISH_STORIES)
                        .conditionally()
                        .takes("application/json", "Withdrawal", "{\"reason\":\"به حکم دادگاه\"}")
                        .answers(200, "Draft")
                        .by(drafting::withdraw),
                // pictures
                of("POST", "/pictures", "addPicture", Group.PICTURES)
                        .needs(WRITE_DRAFTS)
                        .with(query("fileName", TEXT, "What the file is called."))
                        .takes("application/octet-stream", "", "")
                        .answers(201, "Picture")
                        .answers(200, "Picture")
                        .by(pictures::add),
                get("/pictures/{picture}", "getPicture", Group.PICTURES)
                        .needs(WRITE_DRAFTS)
                        .answers(200, "Picture")
                        .by(pictures::show),
                of("PUT", "/pictures/{picture}", "describePicture", Group.PICTURES)
                        .needs(WRITE_DRAFTS)
                        .conditionally()
                        .takes(
                                "application/json",
                                "PictureDescription",
                                "{\"alt\":\"پل کهنه از شمال\",\"credit\":\"سارا نویسنده\"}")
                        .answers(200, "Picture")
                        .by(pictures::describe),
                // oneself
                get("/me", "getMe", Group.ACCOUNT).answers(200, "Me").by(account::show));
    }

    private static Operation get(String path, String id, Group group) {
        return of("GET", path, id, group);
    }

    private static Operation of(String method, String path, String id, Group group) {
        return Operation.of(method, path, id, group);
    }

    private static Parameter query(String name, String schema, String words) {
        return new Parameter(name, "query", schema, words);
    }
}
