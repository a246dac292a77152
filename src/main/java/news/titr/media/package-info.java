/** Pictures and the sizes readers get of them. */
@NullMarked
package news.titr.media;

import org.jspecify.annotations.NullMarked;
