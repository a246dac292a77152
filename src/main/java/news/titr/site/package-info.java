/** What readers see: the pages of the site. */
@NullMarked
package news.titr.site;

import org.jspecify.annotations.NullMarked;
