/** Pictures of every kind of page, for eyes: {@code bin/screenshots}. */
@NullMarked
package news.titr.screenshots;

import org.jspecify.annotations.NullMarked;
