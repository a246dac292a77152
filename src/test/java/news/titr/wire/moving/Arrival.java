package news.titr.wire.moving;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.TestDatabase;
import news.titr.World;
import news.titr.language.HouseStyle;
import news.titr.language.Tidy;
import news.titr.media.FolderBlobs;
import news.titr.media.PictureLibrary;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.story.Addresses;
import news.titr.story.MovingIn;

/** An archive that moves into the small newspaper of the tests. */
public final class Arrival {

    public static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    public static final Addresses ADDRESSES = new Addresses(World.EDITION);

    public final World world;
    public final MovingIn movingIn;
    public final PictureLibrary library;
    public final List<ImportReport.Line> lines = new ArrayList<>();
    private final ArchiveImport.Doors doors;

    public Arrival(World world) {
        this.world = world;
        movingIn = new MovingIn(world.database, world.ids, world.clock);
        var blobs = new FolderBlobs(TestDatabase.temporaryFolder());
        library = new PictureLibrary(
                world.database,
                new Pictures(world.database, blobs, world.clock, Programs.NONE),
                blobs,
                world.ids,
                world.clock,
                TEHRAN);
        doors = new ArchiveImport.Doors(
                world.archiving, movingIn, world.sections, world.sectioning, library, ADDRESSES);
    }

    public ImportReport bring(ArchiveReader reader) {
        return bring(reader, ArchiveImport.Options.in(World.EDITION));
    }

    public ImportReport bring(ArchiveReader reader, ArchiveImport.Options options) {
        lines.clear();
        var report = new ImportReport(lines::add);
        try (reader) {
            reader.survey(_ -> {});
            ArchiveImport.run(reader, doors, world.technician, options, report, _ -> {});
        }
        return report;
    }

    /** What a power cut is to a test. */
    public static final class CutOff extends RuntimeException {}

    /** Brings an archive in until so many records are accounted for, and no further. */
    public void cutOff(ArchiveReader reader, int records) {
        int[] left = {records};
        var report = new ImportReport(_ -> {
            if (--left[0] <= 0) {
                throw new CutOff();
            }
        });
        try (reader) {
            reader.survey(_ -> {});
            ArchiveImport.run(
                    reader, doors, world.technician, ArchiveImport.Options.in(World.EDITION), report, _ -> {});
        }
    }

    public static ArchiveImport.Options withUploads(Path folder) {
        return new ArchiveImport.Options(
                World.EDITION, false, Map.of(), Optional.of(folder), Optional.empty(), HouseStyle.none());
    }

    public static ArchiveImport.Options withSections(Map<String, String> sections) {
        return new ArchiveImport.Options(
                World.EDITION, false, sections, Optional.empty(), Optional.empty(), HouseStyle.none());
    }

    public static ArchiveImport.Options tidied() {
        return new ArchiveImport.Options(
                World.EDITION, false, Map.of(), Optional.empty(), Optional.of(Tidy.standard()), HouseStyle.standard());
    }

    /** Everything that is in a newspaper, but for ids and the moments at which they were made. */
    public List<String> whole() {
        var whole = new ArrayList<String>();
        for (String query : List.of(
                "SELECT o.source_id, s.number, s.release, s.first_released_at, r.headline, r.body, r.section, r.published_at"
                        + " FROM story s JOIN revision r ON r.id = s.newest_revision JOIN story_origin o ON o.story = s.number",
                "SELECT path, target, status FROM redirect",
                "SELECT source_id, story, text FROM story_comment",
                "SELECT slug, position, live FROM static_page",
                "SELECT slug, name, stories FROM tag",
                "SELECT slug, name FROM author",
                "SELECT slug, name, position FROM section")) {
            world.database.read(read -> {
                read.createQuery(query).mapToMap().forEach(row -> {
                    row.remove("section");
                    whole.add(row.toString());
                });
                return null;
            });
        }
        return whole.stream().sorted().toList();
    }
}
