/** Folders of saved pages, one story in each. */
@NullMarked
package news.titr.wire.saved;

import org.jspecify.annotations.NullMarked;
