/** What machines read of the site: feeds, sitemaps, the rules for robots; and the pings that call them. */
@NullMarked
package news.titr.feed;

import org.jspecify.annotations.NullMarked;
