package news.titr.story;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A column of the board: a stage, unless what readers have of the story says more. */
public enum BoardColumn {
    DRAFT,
    REVIEW,
    READY,
    SCHEDULED,
    /** What readers got today, and what is being written anew for them. */
    LIVE,
    WITHDRAWN,
    SPIKED;

    /** The name used in storage, addresses and the names of messages. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BoardColumn> of(String id) {
        return Arrays.stream(values()).filter(column -> column.id().equals(id)).findFirst();
    }

    /** Where a story stands. */
    public static BoardColumn of(Story story) {
        return switch (story.release()) {
            case Release.Unreleased _ -> ofStage(story.stage());
            case Release.Scheduled _ -> SCHEDULED;
            case Release.Live _ -> story.stage() == Stage.READY ? LIVE : ofStage(story.stage());
            case Release.Withdrawn _ -> story.stage() == Stage.READY ? WITHDRAWN : ofStage(story.stage());
        };
    }

    private static BoardColumn ofStage(Stage stage) {
        return switch (stage) {
            case DRAFT -> DRAFT;
            case REVIEW -> REVIEW;
            case READY -> READY;
            case SPIKED -> SPIKED;
        };
    }

    /** The stage of a story that is put here by hand; the other columns are filled by publishing. */
    public Optional<Stage> stage() {
        return switch (this) {
            case DRAFT -> Optional.of(Stage.DRAFT);
            case REVIEW -> Optional.of(Stage.REVIEW);
            case READY -> Optional.of(Stage.READY);
            case SPIKED -> Optional.of(Stage.SPIKED);
            case SCHEDULED, LIVE, WITHDRAWN -> Optional.empty();
        };
    }

    /** Whether the board shows today's only. */
    public boolean isOfToday() {
        return this == LIVE || this == WITHDRAWN;
    }
}
