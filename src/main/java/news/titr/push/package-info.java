/** What the newspaper tells other systems by itself: whom, with what words, and until it has arrived. */
@NullMarked
package news.titr.push;

import org.jspecify.annotations.NullMarked;
