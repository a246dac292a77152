/** What comes in from elsewhere: the text of a news page, read as a story. Pure: nothing here stores anything. */
@NullMarked
package news.titr.wire;

import org.jspecify.annotations.NullMarked;
