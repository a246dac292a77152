/** What WordPress exports (WXR), as stories, pages, pictures and comments. */
@NullMarked
package news.titr.wire.wordpress;

import org.jspecify.annotations.NullMarked;
