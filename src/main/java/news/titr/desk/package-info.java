/** Where the newsroom works. */
@NullMarked
package news.titr.desk;

import org.jspecify.annotations.NullMarked;
