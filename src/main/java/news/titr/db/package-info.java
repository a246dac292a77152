/** One door to the database, the same on SQLite and PostgreSQL; the outbox. */
@NullMarked
package news.titr.db;

import org.jspecify.annotations.NullMarked;
