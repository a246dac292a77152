/** What other programs ask of the newspaper, and tell it: {@code /api/v1}. */
@NullMarked
package news.titr.api;

import org.jspecify.annotations.NullMarked;
