/** Asks sources of news by itself, and hands what is new to the desk. */
@NullMarked
package news.titr.wire.fetching;

import org.jspecify.annotations.NullMarked;
