/** The newspaper as Mastodon and its like see it: ActivityPub, one actor for each edition and each section. */
@NullMarked
package news.titr.fediverse;

import org.jspecify.annotations.NullMarked;
