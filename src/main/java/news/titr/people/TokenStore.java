package news.titr.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The table of tokens. */
final class TokenStore {

    private static final String SELECT = "SELECT id, name, person, scopes, created_at, created_by, expires_at,"
            + " last_used_at, last_address, revoked_at FROM api_token ";

    private TokenStore() {}

    static void insert(Handle write, Token token, String hash) {
        write.createUpdate("INSERT INTO api_token (id, token_hash, name, person, scopes, created_at, created_by,"
                        + " expires_at) VALUES (:id, :hash, :name, :person, :scopes, :created, :by, :expires)")
                .bind("id", token.id())
                .bind("hash", hash)
                .bind("name", token.name())
                .bind("person", token.person().id())
                .bind("scopes", Pass.text(token.scopes()))
                .bind("created", token.createdAt().toEpochMilli())
                .bind("by", token.createdBy())
                .bind("expires", token.expiresAt().map(Instant::toEpochMilli).orElse(null))
                .execute();
    }

    /** The newest first; there are never many. */
    static List<Token> all(Handle read) {
        return read.createQuery(SELECT + "ORDER BY created_at DESC, id DESC")
                .map((row, _) -> token(read, row))
                .list();
    }

    static Optional<Token> byId(Handle read, String id) {
        return read.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> token(read, row))
                .findOne();
    }

    static Optional<Token> byHash(Handle read, String hash) {
        return read.createQuery(SELECT + "WHERE token_hash = :hash")
                .bind("hash", hash)
                .map((row, _) -> token(read, row))
                .findOne();
    }

    static void use(Handle write, String id, Instant at, String address) {
        write.createUpdate("UPDATE api_token SET last_used_at = :at, last_address = :address WHERE id = :id")
                .bind("at", at.toEpochMilli())
                .bind("address", address)
                .bind("id", id)
                .execute();
    }

    /** False for one that was revoked before. */
    static boolean revoke(Handle write, String id, Instant at) {
        return write.createUpdate("UPDATE api_token SET revoked_at = :at WHERE id = :id AND revoked_at IS NULL")
                        .bind("at", at.toEpochMilli())
                        .bind("id", id)
                        .execute()
                > 0;
    }

    private static Token token(Handle read, ResultSet row) throws SQLException {
        return new Token(
                row.getString("id"),
                row.getString("name"),
                PersonStore.byId(read, row.getString("person")).orElseThrow(),
                Arrays.stream(row.getString("scopes").split(" ", -1))
                        .flatMap(scope -> Scope.of(scope).stream())
                        .collect(Collectors.toSet()),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getString("created_by"),
                moment(row, "expires_at"),
                moment(row, "last_used_at"),
                row.getString("last_address"),
                moment(row, "revoked_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }
}
