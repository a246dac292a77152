/** Whom news comes from by itself: feeds and agencies, how they are asked, and how it goes. */
@NullMarked
package news.titr.sources;

import org.jspecify.annotations.NullMarked;
