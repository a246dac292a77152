package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.titr.language.Digits;
import news.titr.language.Fold;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Looks for stories to set, on the cards of the board. */
final class FrontCandidateStore {

    private static final String SELECT = "SELECT c.story, c.headline, c.board_column, c.moved_at, s.name AS section,"
            + " st.scheduled_at FROM story_card c JOIN story st ON st.number = c.story"
            + " LEFT JOIN section s ON s.id = c.section WHERE ";

    private FrontCandidateStore() {}

    static List<FrontCandidate> find(Handle read, String edition, String words, int limit) {
        String digits = Digits.ascii(words.strip());
        if (digits.matches("\\d{1,18}")) {
            return these(read, List.of(Long.parseLong(digits))).stream()
                    .filter(candidate -> List.of("live", "scheduled", "ready").contains(candidate.column()))
                    .toList();
        }
        var folded = new ArrayList<String>();
        for (String word : words.split("\\s+", -1)) {
            String fold = Fold.fold(word);
            if (!fold.isEmpty()) {
                folded.add(fold);
            }
        }
        var sql =
                new StringBuilder(SELECT + "c.edition = :edition AND c.board_column IN ('live', 'scheduled', 'ready')");
        for (int i = 0; i < folded.size(); i++) {
            sql.append(" AND c.headline_key LIKE :word").append(i);
        }
        var query = read.createQuery(sql + " ORDER BY c.moved_at DESC, c.story DESC LIMIT :limit")
                .bind("edition", edition)
                .bind("limit", limit);
        for (int i = 0; i < folded.size(); i++) {
            query.bind("word" + i, "%" + folded.get(i) + "%");
        }
        return query.map(FrontCandidateStore::candidate).list();
    }

    static List<FrontCandidate> these(Handle read, List<Long> numbers) {
        return read.createQuery(SELECT + "c.story IN (<numbers>)")
                .bindList("numbers", numbers)
                .map(FrontCandidateStore::candidate)
                .list();
    }

    private static FrontCandidate candidate(ResultSet row, StatementContext context) throws SQLException {
        long scheduled = row.getLong("scheduled_at");
        return new FrontCandidate(
                row.getLong("story"),
                row.getString("headline"),
                Optional.ofNullable(row.getString("section")).orElse(""),
                row.getString("board_column"),
                StoryStore.instant(row, "moved_at"),
                scheduled == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(scheduled)));
    }
}
