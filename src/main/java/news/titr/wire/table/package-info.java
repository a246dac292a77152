/** Tables of stories, a line for each. */
@NullMarked
package news.titr.wire.table;

import org.jspecify.annotations.NullMarked;
