/** Whole archives of other systems on their way in: one way for all formats, and one interface for their readers. */
@NullMarked
package news.titr.wire.moving;

import org.jspecify.annotations.NullMarked;
