/** HTML of others, read as blocks: one reader for everything that comes in as a page or as part of one. */
@NullMarked
package news.titr.wire.html;

import org.jspecify.annotations.NullMarked;
