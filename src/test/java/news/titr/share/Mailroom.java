package news.titr.share;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.titr.World;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Language;
import news.titr.mail.MailSettings;
import news.titr.story.LiveStories;
import news.titr.story.Masthead;
import news.titr.story.Publishing;
import news.titr.story.SiteSettings;

/** The small newspaper with one story about a bridge, a mail server that listens, and a reader who presses buttons. */
final class Mailroom implements AutoCloseable {

    static final String SENDER = "sara@example.org";
    static final String FRIEND = "friend@example.net";
    static final String NETWORK = "192.0.2.7";

    final World world;
    final GreenMail postOffice;
    final Masthead masthead;
    final ShareKey key;
    final Sending sending;
    final SendPage sendPage;
    final ConfirmPage confirmPage;
    final NeverPage neverPage;
    final long story;
    final Frame frame;

    Mailroom() {
        this(Language.PERSIAN);
    }

    Mailroom(Language language) {
        world = new World();
        postOffice = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        postOffice.start();
        masthead = new Masthead(
                "ساوران‌نامه",
                "",
                URI.create("https://news.example.org"),
                ZoneId.of("Asia/Tehran"),
                language,
                List.of());
        key = ShareKey.of(world.database);
        sending = new Sending(world.database, world.ids, world.clock, key);
        var templates = templates();
        frame = new PlainFrame();
        sendPage = new SendPage(masthead, world.liveStories, Optional.of(sending), templates, frame);
        confirmPage = new ConfirmPage(masthead, world.liveStories, sending, templates, frame);
        neverPage = new NeverPage(masthead, sending, templates, frame);
        story = world.published(language.tag(), World.bridgeReopens()).number();
    }

    /** The program's own templates, rendered as the program does. */
    static Engine templates() {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(Mailroom::template)
                .build();
    }

    private static Optional<TemplateLocator.TemplateLocation> template(String id) {
        var stream = Mailroom.class.getResourceAsStream("/templates/" + id);
        return Optional.ofNullable(stream).map(found -> new TemplateLocator.TemplateLocation() {
            @Override
            public Reader read() {
                return new InputStreamReader(found, StandardCharsets.UTF_8);
            }

            @Override
            public Optional<Variant> getVariant() {
                return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
            }
        });
    }

    MailSettings settings() {
        return new MailSettings("127.0.0.1", postOffice.getSmtp().getPort(), "", "", "none", "news@example.org");
    }

    /** A queue as a freshly started program has it. */
    MailQueue queue() {
        return queue(settings());
    }

    MailQueue queue(MailSettings settings) {
        return new MailQueue(
                world.database,
                world.clock,
                world.liveStories,
                SiteSettings.of(masthead)::edition,
                ShareKey.of(world.database),
                settings,
                templates());
    }

    void withdraw() {
        var live = world.newsroom.story(story).orElseThrow();
        World.done(world.publishing.withdraw(world.technician, story, Publishing.Seen.of(live), "خطا"));
    }

    // ---- what a reader does

    /** The token of a form that was opened just now. */
    String freshToken() {
        return field(page(sendPage.show(get("/news/" + story + "/send", Map.of("number", "" + story)))), "form");
    }

    /** Opens the form, takes as long as people do, and sends it. */
    Response ask(String sender, String... recipients) {
        return askFrom(NETWORK, sender, recipients);
    }

    Response askFrom(String network, String sender, String... recipients) {
        String token = freshToken();
        world.clock.forward(Duration.ofSeconds(20));
        return send(network, token, sender, recipients);
    }

    Response send(String network, String token, String sender, String... recipients) {
        return send(
                network,
                Map.of(
                        "form",
                        List.of(token),
                        "from",
                        List.of(sender),
                        "to",
                        List.of(recipients),
                        "website",
                        List.of("")));
    }

    Response send(String network, Map<String, List<String>> form) {
        return sendPage.ask(new Request(
                "POST",
                "/news/" + story + "/send",
                route(Map.of("number", "" + story)),
                Parameters.NONE,
                new Parameters(form),
                Parameters.NONE,
                Parameters.NONE,
                new byte[0],
                List.of(),
                network,
                true));
    }

    /** Everything from the form to the friends' mailboxes. */
    void sendAndConfirm(String sender, String... recipients) {
        ask(sender, recipients);
        queue().sendDue();
        press(confirmationLinkOf(sender));
        queue().sendDue();
    }

    /** Opens a link of a mail. */
    Response open(String link) {
        return link.contains("/never/")
                ? neverPage.show(get(path(link), token(link)))
                : confirmPage.show(get(path(link), token(link)));
    }

    /** Presses the button of the page behind a link; needs no cookie and no field. */
    Response press(String link) {
        var request = request("POST", path(link), token(link));
        return link.contains("/never/") ? neverPage.stop(request) : confirmPage.confirm(request);
    }

    private static String path(String link) {
        return URI.create(link).getPath();
    }

    private static Map<String, String> token(String link) {
        return Map.of("token", link.substring(link.lastIndexOf('/') + 1));
    }

    static Request get(String path, Map<String, String> route) {
        return request("GET", path, route);
    }

    private static Request request(String method, String path, Map<String, String> route) {
        return new Request(
                method,
                path,
                route(route),
                Parameters.NONE,
                Parameters.NONE,
                Parameters.NONE,
                Parameters.NONE,
                new byte[0],
                List.of(),
                NETWORK,
                true);
    }

    private static Parameters route(Map<String, String> values) {
        var lists = new HashMap<String, List<String>>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Parameters(lists);
    }

    static String page(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static String field(String page, String name) {
        var matcher =
                Pattern.compile("name=\"" + name + "\"[^>]* value=\"([^\"]*)\"").matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("There is no field " + name + " in " + page);
        }
        return matcher.group(1);
    }

    // ---- what lies in the mailboxes

    List<MimeMessage> mails() {
        return Arrays.asList(postOffice.getReceivedMessages());
    }

    List<MimeMessage> mailsTo(String address) {
        return mails().stream()
                .filter(mail -> header(mail, "To").equals(address))
                .toList();
    }

    String confirmationLinkOf(String sender) {
        return link(newest(mailsTo(sender)), "/send/confirm/");
    }

    String neverLinkOf(String address) {
        return link(newest(mailsTo(address)), "/send/never/");
    }

    private static MimeMessage newest(List<MimeMessage> mails) {
        if (mails.isEmpty()) {
            throw new AssertionError("There is no mail");
        }
        return mails.getLast();
    }

    private static String link(MimeMessage mail, String part) {
        var matcher = Pattern.compile("https://news\\.example\\.org" + part + "[a-z0-9.-]+")
                .matcher(plain(mail));
        if (!matcher.find()) {
            throw new AssertionError("There is no link " + part + " in " + plain(mail));
        }
        return matcher.group();
    }

    static String header(MimeMessage mail, String name) {
        try {
            var values = mail.getHeader(name);
            return values == null ? "" : String.join("|", values);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    static String plain(MimeMessage mail) {
        return part(mail, "text/plain").replace("\r\n", "\n");
    }

    static String html(MimeMessage mail) {
        return part(mail, "text/html");
    }

    private static String part(MimeMessage mail, String type) {
        try {
            var parts = (Multipart) mail.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                if (parts.getBodyPart(i).isMimeType(type)) {
                    return (String) parts.getBodyPart(i).getContent();
                }
            }
            throw new AssertionError("There is no " + type);
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** All of a mail that anybody could read: every header, raw and decoded, and every part. */
    static String everything(MimeMessage mail) {
        var text = new StringBuilder();
        try {
            for (var header : java.util.Collections.list(mail.getAllHeaderLines())) {
                text.append(header).append('\n');
            }
            text.append(subject(mail)).append('\n');
            append(text, mail);
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                append(text, parts.getBodyPart(i));
            }
        } else {
            text.append(part.getContent()).append('\n');
        }
    }

    List<String> addressesInTheDatabase() {
        var addresses = new ArrayList<String>();
        for (String column : List.of(
                "sender FROM send_request",
                "recipients FROM send_request",
                "sender FROM outgoing_mail",
                "recipient FROM outgoing_mail",
                "subject FROM send_tally",
                "address FROM never_again")) {
            world
                    .database
                    .read(read -> read.createQuery("SELECT " + column)
                            .mapTo(String.class)
                            .list())
                    .stream()
                    .filter(value -> value.contains("@"))
                    .forEach(addresses::add);
        }
        return addresses;
    }

    @Override
    public void close() {
        postOffice.stop();
        world.close();
    }

    /** A frame with nothing in it. */
    private static final class PlainFrame implements Frame {
        @Override
        public Response page(int status, String title, String content) {
            return Response.html(status, content);
        }

        @Override
        public Response missing(Request request) {
            return Response.html(404, "missing");
        }

        @Override
        public Response withdrawn(LiveStories.Found.Withdrawn withdrawn) {
            return Response.html(410, "withdrawn");
        }
    }
}
