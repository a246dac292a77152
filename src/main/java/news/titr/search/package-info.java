/** Finds live stories by their words. All of it is derived: it may be deleted, and is made anew from the live revisions. */
@NullMarked
package news.titr.search;

import org.jspecify.annotations.NullMarked;
