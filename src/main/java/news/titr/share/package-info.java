/** Sending a story to friends, by mail, in ways that are of no use to a spammer. */
@NullMarked
package news.titr.share;

import org.jspecify.annotations.NullMarked;
