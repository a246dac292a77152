/** What comes in from elsewhere: the text of a news page, read as a story and handed to drafting. */
@NullMarked
package news.titr.wire;

import org.jspecify.annotations.NullMarked;
