/** The text of a story: a closed set of blocks, read from and written to JSON, rendered to HTML and plain text. */
@NullMarked
package news.titr.doc;

import org.jspecify.annotations.NullMarked;
