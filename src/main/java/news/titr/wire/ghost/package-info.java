/** What Ghost exports, as stories and pages. */
@NullMarked
package news.titr.wire.ghost;

import org.jspecify.annotations.NullMarked;
