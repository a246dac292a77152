package news.titr.app;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.feed.Pings;
import news.titr.mail.MailFailure;
import news.titr.mail.MailServer;
import news.titr.mail.MailSettings;
import news.titr.people.People;
import news.titr.print.Typefaces;
import news.titr.push.Deliveries;
import news.titr.push.Webhooks;
import news.titr.sources.WireSources;
import news.titr.story.Alarm;
import news.titr.story.Alarms;
import news.titr.story.Newsroom;
import news.titr.theme.Themes;
import org.jspecify.annotations.Nullable;

/**
 * Looks an installation over: what is configured, what is wrong, and what to do about it. Opening
 * the database brings its tables up to date, as every command does; nothing else is changed.
 */
public final class Doctor {

    private static final long LITTLE_DISK = 1L << 30;

    private final List<Finding> findings = new ArrayList<>();

    private Doctor() {}

    public enum State {
        GOOD("ok"),
        NOTE("note"),
        WRONG("WRONG");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** One thing that was looked at. */
    public record Finding(State state, String what, String text) {}

    public static List<Finding> examine(Path dataFolder, Map<String, String> environment) {
        var doctor = new Doctor();
        doctor.java();
        doctor.fonts();
        doctor.pictures();
        doctor.dataFolder(dataFolder);
        var settings = doctor.settings(dataFolder, environment);
        if (settings != null) {
            doctor.site(settings);
            doctor.themes(settings);
            doctor.database(settings);
            doctor.mail(settings);
        }
        return List.copyOf(doctor.findings);
    }

    private void java() {
        say(
                State.GOOD,
                "java",
                Runtime.version() + ", " + (Runtime.getRuntime().maxMemory() >> 20) + " MB of heap at most");
    }

    private void fonts() {
        Typefaces.problem()
                .ifPresentOrElse(
                        problem -> say(State.WRONG, "fonts", problem),
                        () -> say(State.GOOD, "fonts", "PDF files and the cards of stories can be set"));
    }

    private void pictures() {
        var programs = Newspaper.programs();
        if (programs.vips().isPresent()) {
            say(State.GOOD, "pictures", "libvips in " + programs.vips().get() + ": AVIF, WebP, HEIC");
        } else {
            say(
                    State.NOTE,
                    "pictures",
                    "libvips is missing: only JPEG, PNG and GIF are taken in, and readers get larger files;"
                            + " on Debian: apt-get install libvips-tools");
        }
        if (programs.ffmpeg().isPresent()) {
            say(State.GOOD, "video", "ffmpeg in " + programs.ffmpeg().get());
        } else {
            say(
                    State.NOTE,
                    "video",
                    "ffmpeg is missing: video and sound are kept, but readers cannot play them;"
                            + " on Debian: apt-get install ffmpeg");
        }
    }

    private void dataFolder(Path folder) {
        var existing = folder.toAbsolutePath();
        for (var parent = existing.getParent();
                parent != null && !Files.exists(existing);
                parent = parent.getParent()) {
            existing = parent;
        }
        if (!Files.isWritable(existing)) {
            say(
                    State.WRONG,
                    "data",
                    existing + " cannot be written; give this user the right to, or choose another --data");
            return;
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            String text = folder.toAbsolutePath() + ", " + (free >> 20) + " MB free";
            if (free < LITTLE_DISK) {
                say(State.WRONG, "data", text + "; make room: a newspaper on a full disk cannot save");
            } else {
                say(
                        Files.exists(folder) ? State.GOOD : State.NOTE,
                        "data",
                        Files.exists(folder) ? text : text + "; not made yet");
            }
        } catch (IOException e) {
            say(State.WRONG, "data", "the disk below " + existing + " does not answer: " + e.getMessage());
        }
    }

    private @Nullable Settings settings(Path folder, Map<String, String> environment) {
        try {
            var settings = Settings.load(folder, environment);
            boolean file = Files.exists(folder.resolve(Settings.FILE));
            say(
                    State.GOOD,
                    "settings",
                    file ? folder.resolve(Settings.FILE).toString() : "all defaults; there is no " + Settings.FILE);
            return settings;
        } catch (Settings.WrongSetting e) {
            say(State.WRONG, "settings", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void site(Settings settings) {
        var masthead = settings.masthead();
        String text = masthead.name() + " at " + masthead.baseUrl() + ", " + masthead.zone();
        if (List.of("localhost", "127.0.0.1").contains(masthead.baseUrl().getHost())) {
            say(State.NOTE, "site", text + "; set site.base-url to the address that readers use");
        } else {
            say(State.GOOD, "site", text);
        }
        if (masthead.imprint().isEmpty()) {
            say(State.NOTE, "imprint", "empty; the press law asks for one, set site.imprint");
        }
    }

    /** The theme that the machine names, and those in the newspaper's folder; the one chosen at the desk is among them. */
    private void themes(Settings settings) {
        var themes = settings.themes();
        var names = new TreeSet<>(themes.found());
        names.add(settings.theme().isEmpty() ? Themes.STANDARD : settings.theme());
        for (String name : names) {
            try {
                var theme = themes.theme(name);
                theme.remarks()
                        .forEach(remark ->
                                say(remark.wrong() ? State.WRONG : State.NOTE, "theme", name + ", " + remark));
                if (theme.problems().isEmpty()) {
                    say(State.GOOD, "theme", theme.summary());
                }
            } catch (Themes.CannotWear e) {
                say(State.WRONG, "theme", String.valueOf(e.getMessage()));
            }
        }
    }

    private void database(Settings settings) {
        boolean sqlite = settings.databaseUrl().startsWith("jdbc:sqlite:");
        if (sqlite && !Files.exists(settings.dataFolder().resolve("titr.db"))) {
            say(State.NOTE, "database", "SQLite, not made yet; the first command or start makes it");
            return;
        }
        try (var database = Database.open(settings.databaseUrl())) {
            var counts = new Newsroom(database, settings.masthead().baseUrl()).counts();
            long people = People.count(database);
            say(
                    State.GOOD,
                    "database",
                    (sqlite ? "SQLite" : "PostgreSQL") + ", " + counts.stories() + " stories, " + counts.live()
                            + " live");
            if (people == 0) {
                say(
                        State.NOTE,
                        "people",
                        "nobody yet; add somebody: titr person add EMAIL --name … --role administrator");
            } else {
                say(State.GOOD, "people", Long.toString(people));
            }
            var clock = Clock.systemUTC();
            releases(new Alarms(database, new Ids(clock), clock).open());
            pings(settings, database);
            webhooks(database);
            wires(database);
        } catch (Database.CannotOpen e) {
            say(State.WRONG, "database", String.valueOf(e.getMessage()));
        }
    }

    private void releases(List<Alarm> alarms) {
        if (alarms.isEmpty()) {
            say(State.GOOD, "releases", "everything that was scheduled has gone out in time");
        }
        for (var alarm : alarms) {
            say(
                    State.WRONG,
                    "releases",
                    "story " + alarm.story() + ", scheduled for " + alarm.dueAt() + ": "
                            + alarm.kind().id() + " " + alarm.problems() + alarm.failure());
        }
    }

    private void webhooks(Database database) {
        for (String stopped : Webhooks.stopped(database)) {
            say(State.WRONG, "webhooks", "stopped, because nothing arrived: " + stopped + "; see /desk/webhooks");
        }
        long failing = Deliveries.failing(database);
        if (failing > 0) {
            say(
                    State.WRONG,
                    "webhooks",
                    failing + " messages to other systems have not arrived yet and are tried again");
        }
    }

    private void wires(Database database) {
        for (String failing : WireSources.failing(database)) {
            say(State.WRONG, "wires", "cannot be fetched: " + failing + "; see /desk/wires");
        }
    }

    private void pings(Settings settings, Database database) {
        if (!settings.pings().anybody()) {
            say(State.NOTE, "pings", "not configured; feed readers and search engines find changes by themselves");
            return;
        }
        var troubles = Pings.troubles(database);
        for (var trouble : troubles) {
            say(
                    State.WRONG,
                    "pings",
                    trouble.pings() + " addresses could not be told to " + trouble.target() + ": " + trouble.failure());
        }
        if (troubles.isEmpty()) {
            say(State.GOOD, "pings", "everybody has been told");
        }
    }

    private void mail(Settings settings) {
        settings.mail()
                .ifPresentOrElse(
                        this::mailServer,
                        () -> say(
                                State.NOTE,
                                "mail",
                                "not configured; readers send stories with their own mail program"));
    }

    /** Opens a connection and closes it again; nothing is sent. */
    private void mailServer(MailSettings mail) {
        String text = mail + ", from " + mail.from();
        try (var _ = new MailServer(mail).connect()) {
            say(State.GOOD, "mail", text + ", answers");
        } catch (MessagingException e) {
            say(
                    State.WRONG,
                    "mail",
                    text + ", cannot be used (" + MailFailure.reason(e)
                            + "); look at mail.host, mail.port, mail.security, mail.username and mail.password");
        }
    }

    private void say(State state, String what, String text) {
        findings.add(new Finding(state, what, text));
    }
}
