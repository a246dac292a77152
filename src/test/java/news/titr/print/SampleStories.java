package news.titr.print;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import news.titr.doc.Block;
import news.titr.doc.Block.Listing;
import news.titr.doc.Block.Listing.Item;
import news.titr.doc.Block.Table;
import news.titr.doc.Body;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.print.PdfStory.Correction;
import news.titr.print.PdfStory.PdfPicture;

/** Stories made up for the tests of the PDF, each with something that is hard to set. */
public final class SampleStories {

    private SampleStories() {}

    /** Persian only, with every common part. */
    public static PdfStory bridge() {
        return persian(
                "پایان یک انتظار هفت‌ساله؛",
                "پل مهرآباد از فردا به روی شهروندان باز می‌شود",
                List.of("عبور دوچرخه و پیاده از نخستین روز آزاد است"),
                "شهردار می‌گوید بازسازی پل قدیمی مهرآباد با حفظ آجرهای دورهٔ نخست به پایان رسیده است و این گذرگاه پس از"
                        + " هفت سال، صبح فردا با آیینی ساده به شهر بازمی‌گردد.",
                Body.of(
                        Block.Paragraph.of(
                                "پل قدیمی مهرآباد که هفت سال پیش به‌دلیل فرسودگی پایه‌ها بسته شده بود، از ساعت"
                                        + " هشت صبح فردا بازگشایی می‌شود. کارگاه بازسازی در این مدت سه بار متوقف شد و هر بار"
                                        + " گروهی از اهالی محله با نوشتن نامه‌ای سرگشاده خواستار ادامهٔ کار شدند. اکنون چهار دهانهٔ"
                                        + " آجری پل مرمت شده‌اند و تنها کار باقی‌مانده، نصب چراغ‌های دو سوی گذرگاه است."),
                        Block.Paragraph.of(
                                "به گفتهٔ مهندسان، نزدیک به نیمی از آجرهای آسیب‌دیده دوباره به کار رفته‌اند و"
                                        + " ملات تازه از همان ترکیب آهک و خاکستری ساخته شده است که معماران صد سال پیش به کار"
                                        + " می‌بردند. آن‌ها می‌گویند این ترکیب در برابر رطوبت رودخانه پایدارتر است."),
                        new Block.Quote(
                                "مریم کاویانی، سرپرست کارگاه بازسازی:",
                                List.of(
                                        Block.Paragraph.of("ما نمی‌خواستیم پلی نو بسازیم که شبیه پل کهنه باشد؛"
                                                + " می‌خواستیم همان پل را به مردم پس بدهیم. هر آجر را شماره زدیم، شستیم و"
                                                + " سر جای خودش گذاشتیم."),
                                        Block.Paragraph.of("اگر نگهداری سالانه فراموش نشود، این گذرگاه صد سال دیگر هم"
                                                + " می‌ماند."))),
                        new Block.Subhead(2, "از زبان اهالی", Inline.plain("راهی که کوتاه می‌شود")),
                        Block.Paragraph.of(
                                "باز شدن پل، راه دانش‌آموزان دو محله را بیست دقیقه کوتاه‌تر می‌کند. کسبهٔ بازارچه"
                                        + " نیز امیدوارند رفت‌وآمد پیاده به راستهٔ آن‌ها برگردد؛ راسته‌ای که در سال‌های گذشته نیمی"
                                        + " از مشتریانش را از دست داده بود."),
                        new Listing(
                                false,
                                List.of(
                                        item("گذر خودروهای سنگین همچنان ممنوع است؛"),
                                        item("روشنایی پل تا پایان ماه کامل می‌شود؛"),
                                        item("مسیر دوچرخه از سمت میدان ساعت آغاز می‌شود و به پارک ساحلی می‌رسد."))),
                        new Block.Separator(),
                        Block.Subhead.of("برنامهٔ روز نخست"),
                        new Block.Table(
                                "زمان‌بندی آیین بازگشایی",
                                List.of(
                                        header("ساعت", "برنامه", "مکان"),
                                        row("هشت صبح", "گشودن دروازهٔ شرقی", "ورودی میدان ساعت"),
                                        row("نه صبح", "پیاده‌روی همگانی", "سراسر گذرگاه"),
                                        row("شش عصر", "کنسرت خیابانی گروه موسیقی محله", "سکوی کنار رودخانه"))),
                        Block.Paragraph.of(
                                "شهرداری از شهروندان خواسته است خودروهای خود را در دو سوی رودخانه پارک کنند و"
                                        + " پیاده به جشن بیایند.")),
                List.of(new Correction(
                        "در نسخهٔ نخست این خبر، شمار دهانه‌های پل سه نوشته شده بود. پل چهار دهانه دارد.",
                        "۲ بهمن ۱۴۰۳")));
    }

    /** Persian with Latin words, numbers, brackets, addresses, vowel signs and a table. */
    public static PdfStory mixed() {
        return persian(
                "گزارش فناوری",
                "نسخهٔ ۲٫۵ سامانهٔ «Open Map» با پشتیبانی از GPS منتشر شد",
                List.of(),
                "شرکت Nordic Maps (مستقر در اسلو) روز 2025-01-20 نسخهٔ تازهٔ نرم‌افزار خود را با ۱۲٪ کاهش حجم منتشر کرد.",
                Body.of(
                        new Block.Paragraph(List.of(
                                new Inline("این نرم‌افزار با زبان‌های C++ و Python نوشته شده و کد آن در ", List.of()),
                                new Inline(
                                        "https://example.org/maps/open-map?lang=fa",
                                        List.of(new Mark.Link("https://example.org/maps/open-map?lang=fa"))),
                                new Inline(" در دسترس است. ", List.of()),
                                new Inline("نشانی رایانامهٔ پشتیبانی", List.of(new Mark.Strong())),
                                new Inline(
                                        " help@example.org و تلفن آن +98 21 5555 0101 است (پاسخ‌گویی: ۸ تا ۱۶).",
                                        List.of()))),
                        Block.Paragraph.of("قیمت اشتراک سالانه $49.90 [برای دانشجویان ۱۹٫۹۰ دلار] است و دمای کارکرد"
                                + " دستگاه‌های همراه از -10 تا +45 درجه اعلام شده است. ضریب خطا در آزمون ISO 17123-8"
                                + " برابر ۰٫۰۲۵ بود (یعنی ≤ ۳ سانتی‌متر)."),
                        Block.Paragraph.of(
                                "مدیر پروژه، دکتر Anna Lindqvist، گفت: «ما از دادهٔ OpenStreetMap (OSM) استفاده"
                                        + " می‌کنیم؛ مُحَقِّقان دانشگاه‌ها هم می‌توانند از API رایگان بهره ببرند.» او افزود که نسخهٔ"
                                        + " Android 14 و iOS 18 هم‌زمان عرضه می‌شود."),
                        new Block.Table(
                                "مقایسهٔ نسخه‌ها",
                                List.of(
                                        header("نسخه", "تاریخ", "حجم (MB)", "خطا"),
                                        row("2.4", "2024-06-11", "118", "۴٫۱ cm"),
                                        row("2.5", "2025-01-20", "104", "۲٫۵ cm"),
                                        row("Beta 3", "—", "۹۹", "نامعلوم"))),
                        Block.Paragraph.of("The full report is available in English on the project's web site."),
                        new Block.Paragraph(List.of(
                                new Inline("در بیانیهٔ شرکت آمده است: ", List.of()),
                                new Inline(
                                        "“We map what people walk.”",
                                        List.of(new Mark.Emphasis(), new Mark.Language("en"))),
                                new Inline(" این جمله شعار تازهٔ آن‌هاست.", List.of())))),
                List.of());
    }

    /** Numbers of every kind. */
    static PdfStory prices() {
        return persian(
                "",
                "فهرست قیمت‌ها، ۱۲ دی ۱۴۰۳",
                List.of(),
                "",
                Body.of(
                        Block.Paragraph.of(
                                "دلار ۸۱٬۲۰۰ تومان (+۰٫۵٪)، یورو ۸۴٬۱۵۰ تومان (−۱٫۲٪)، طلای ۱۸ عیار: ۵٬۱۲۳٬۰۰۰"
                                        + " تومان/گرم؛ نفت 73.45$ و شاخص کل ۲٬۷۵۰٬۰۰۰ واحد."),
                        new Listing(
                                false,
                                List.of(
                                        item("برنج: ۱۲۰٬۰۰۰ تومان (هر کیلو)"),
                                        item("گوشی Star S24 (256GB): ۴۵٫۵ میلیون تومان"),
                                        item("نسبت ۳:۲ و بازهٔ ۱۰–۲۰ درصد و ساعت ۱۸:۳۰ تا ۲۰:۴۵"),
                                        item("تلفن: ۰۲۱-۵۵۵۵۱۲۳۴ و 021-55551234"))),
                        new Block.Table(
                                "نرخ ارز",
                                List.of(
                                        header("ارز", "خرید", "فروش", "تغییر"),
                                        row("USD", "81,200", "81,500", "+0.5%"),
                                        row("EUR", "84,150", "84,600", "-1.2%"),
                                        row("درهم", "۲۲٬۱۱۰", "۲۲٬۲۰۰", "۰"))),
                        Block.Paragraph.of("تاریخ ۱۴۰۳/۱۰/۱۲ برابر با 2025/01/01 و ۲۰۲۵-۰۱-۰۱ است؛ کسر ۳/۴ و ۵×۶=۳۰ و"
                                + " a+b=c و دمای ۳۰°C و 50% تخفیف.")),
                List.of());
    }

    /** Vowel signs, hamzas, Arabic phrases. */
    static PdfStory poem() {
        return persian(
                "",
                "شعری با اِعراب",
                List.of(),
                "",
                Body.of(
                        Block.Paragraph.of(
                                "اَلا یا اَیُّهَا السّاقی اَدِر کَأساً و ناوِلها / که عِشق آسان نُمود اَوّل وَلی اُفتاد"
                                        + " مُشکِل‌ها"),
                        Block.Paragraph.of(
                                "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِیمِ؛ قاعدهٔ «لا ضَرَرَ و لا ضِرار» و اصل «إنّ الأصلَ"
                                        + " بَراءةُ الذِّمَّة»."),
                        Block.Paragraph.of("مؤسسهٔ رؤیا، سوءِ هاضمه، مسئلهٔ قرآن، مبدأ، هیئت، جرئت، لؤلؤ، شیء.")),
                List.of());
    }

    static PdfStory english() {
        return new PdfStory(
                311,
                "The Harbour Post",
                "Independent since yesterday",
                "en",
                false,
                "City",
                "After seven years",
                "The old bridge opens tomorrow, and the city gets its shortcut back",
                List.of(),
                "Walkers and cyclists may cross from eight in the morning; lorries stay out for good, says the mayor, who"
                        + " called the repair “a promise kept late, but kept”.",
                "Jane Example",
                "Harbour City",
                "",
                "20 January 2025, 08:10",
                "",
                Instant.parse("2025-01-20T05:13:20Z"),
                "https://harbour.example/311",
                Optional.of(new PdfPicture("bridge", "A drawn bridge", "The bridge at dawn.", "Drawing: the desk")),
                Body.of(
                        Block.Paragraph.of(
                                "The old bridge, closed for seven years because its piers had worn away, opens"
                                        + " tomorrow at eight. Work stopped three times, and each time people from both banks"
                                        + " wrote an open letter asking for it to go on. Four brick arches have been repaired; only"
                                        + " the lamps are missing."),
                        new Block.Quote(
                                "Maryam Kaviani, site manager:",
                                List.of(Block.Paragraph.of(
                                        "We did not want a new bridge that looks like the old one. We"
                                                + " wanted to give people the same bridge back."))),
                        Block.Subhead.of("What changes"),
                        new Listing(
                                true,
                                List.of(
                                        item("Lorries remain banned."),
                                        item("The cycle path begins at Clock Square."),
                                        new Item(List.of(
                                                Block.Paragraph.of("Lamps follow:"),
                                                new Listing(
                                                        false,
                                                        List.of(
                                                                item("east side in May;"),
                                                                item("west side in June."))))))),
                        new Block.Table(
                                "Cost",
                                List.of(
                                        header("Part", "Planned", "Spent"),
                                        row("Arches", "$120,000", "$131,400"),
                                        row("Lamps", "$18,000", "—"))),
                        new Block.Paragraph(List.of(
                                new Inline("In Persian the bridge is called ", List.of()),
                                new Inline("پل مهرآباد", List.of(new Mark.Language("fa"))),
                                new Inline(", after the village (now a suburb).", List.of())))),
                List.of(),
                "r1");
    }

    /** What no font has, what nobody would write, and every block. */
    static PdfStory odd() {
        return persian(
                "",
                "تیتری 😀 با نویسه‌هایی که در قلم نیست: Москва ★ 東京",
                List.of(),
                "",
                Body.of(
                        Block.Paragraph.of("سلام 👩‍👩‍👧 دنیا 🇮🇷 و → پیکان ✓ و ﻻﺯﻡ و ① و ﷺ و \u0007 تمام."),
                        Block.Paragraph.of("ب".repeat(400)),
                        Block.Paragraph.of("x".repeat(300)),
                        Block.Paragraph.of("https://example.org/" + "very-long-part/".repeat(30)),
                        Block.Paragraph.of("سطر نخست\nسطر دوم\nسطر سوم"),
                        Block.Paragraph.of("بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ"),
                        new Block.Subhead(3, "", Inline.plain("تیتر سطح سه پیش از سطح دو")),
                        new Listing(
                                true,
                                List.of(
                                        item("یک"),
                                        new Item(List.of()),
                                        new Item(List.of(new Listing(false, List.of(item("درون"))))))),
                        new Block.Picture("missing", "", "تصویری که نیست", "عکس: کسی"),
                        new Block.Picture("broken", "", "تصویر خراب", ""),
                        new Block.Picture("bridge", "پل", "پل در سپیده‌دم", "طرح: تحریریه"),
                        new Block.ReadAlso(7, "خبر دیگر"),
                        new Block.Embed("aparat", "abc123", "ویدئوی بازگشایی"),
                        new Block.Embed("nowhere", "!", ""),
                        new Block.Table("", List.of(row("الف", "ب"), row("ج"), row("۱", "۲", "۳"))),
                        new Block.Table("بی‌سطر", List.of()),
                        new Block.Table(
                                "",
                                List.of(
                                        new Table.Row(List.of(
                                                new Table.Cell(true, 2, 1, Inline.plain("دو ستون")),
                                                new Table.Cell(false, 1, 2, Inline.plain("دو سطر")))),
                                        row("یک", "دو"))),
                        new Block.Quote("", List.of()),
                        new Block.Unknown(JsonNodeFactory.instance
                                .objectNode()
                                .put("type", "hologram")
                                .put("text", "متنی از آینده")),
                        new Block.Separator(),
                        Block.Paragraph.of("   "),
                        Block.Paragraph.of("")),
                List.of());
    }

    /** About twenty pages, with a table that is longer than a page and a cell that is, too. */
    public static PdfStory longOne() {
        var blocks = new ArrayList<Block>();
        var sentence =
                "این بند برای آزمودن شکست صفحه نوشته شده است و در آن سخنی نیست جز آن‌که سطرها باید یکدست بمانند. ";
        for (int i = 1; i <= 60; i++) {
            if (i % 7 == 1) {
                blocks.add(Block.Subhead.of("بخش " + i));
            }
            blocks.add(Block.Paragraph.of(sentence.repeat(1 + i % 9)));
            if (i % 11 == 0) {
                blocks.add(
                        new Block.Quote("گویندهٔ شمارهٔ " + i + ":", List.of(Block.Paragraph.of(sentence.repeat(5)))));
            }
            if (i == 20) {
                var rows = new ArrayList<Table.Row>();
                rows.add(header("ردیف", "شرح", "مبلغ"));
                for (int r = 1; r <= 70; r++) {
                    rows.add(row(
                            Integer.toString(r), r == 30 ? sentence.repeat(60) : "کالای شمارهٔ " + r, r * 1250 + ""));
                }
                blocks.add(new Block.Table("فهرست بها", rows));
            }
        }
        return persian("", "خبری بیست‌صفحه‌ای", List.of(), sentence, new Body(blocks), List.of());
    }

    static PdfStory empty() {
        return new PdfStory(
                1,
                "",
                "",
                "fa",
                true,
                "",
                "",
                "",
                List.of(),
                "",
                "",
                "",
                "",
                "",
                "",
                Instant.EPOCH,
                "",
                Optional.empty(),
                Body.EMPTY,
                List.of(),
                "");
    }

    static PdfStory persian(
            String kicker,
            String headline,
            List<String> subheadlines,
            String lead,
            Body body,
            List<Correction> corrections) {
        return new PdfStory(
                26841,
                "روزنامهٔ نمونه",
                "روزنامهٔ مستقل شهر",
                "fa",
                true,
                "شهر",
                kicker,
                headline,
                subheadlines,
                lead,
                "آرش بهرامی",
                "مهرآباد",
                "",
                "دوشنبه ۱ بهمن ۱۴۰۳، ساعت ۸:۱۰",
                "",
                Instant.parse("2025-01-20T04:40:00Z"),
                "https://namune.example/26841",
                Optional.empty(),
                body,
                corrections,
                "01948a2e-0000-7000-8000-000000000001");
    }

    public static PdfSurroundings surroundings() {
        var pictures =
                Map.of("bridge", picture(1200, 760, "jpg"), "broken", new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2});
        return new PdfSurroundings() {
            @Override
            public Optional<byte[]> picture(String asset) {
                return Optional.ofNullable(pictures.get(asset));
            }

            @Override
            public Optional<PointedStory> story(long number) {
                return Optional.of(new PointedStory("/news/" + number + "/پل", "خبر شمارهٔ " + number));
            }
        };
    }

    /** A bridge over a river, drawn. */
    static byte[] picture(int width, int height, String format) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0xF2D6B3), 0, height, new Color(0x6F8FA6)));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(0x8C5A3C));
        graphics.fillRect(0, height / 2, width, height / 4);
        graphics.setColor(new Color(0x6F8FA6));
        for (int i = 0; i < 4; i++) {
            graphics.fill(new Ellipse2D.Double(width * (0.04 + i * 0.24), height * 0.57, width * 0.2, height * 0.5));
        }
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return bytes.toByteArray();
    }

    static Item item(String text) {
        return new Item(List.of(Block.Paragraph.of(text)));
    }

    static Table.Row header(String... cells) {
        return cells(true, cells);
    }

    static Table.Row row(String... cells) {
        return cells(false, cells);
    }

    private static Table.Row cells(boolean header, String... cells) {
        var row = new ArrayList<Table.Cell>();
        for (var cell : cells) {
            row.add(new Table.Cell(header, 1, 1, Inline.plain(cell)));
        }
        return new Table.Row(row);
    }
}
