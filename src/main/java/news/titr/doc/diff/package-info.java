/** What has changed between two texts or two bodies, word by word, as values and as HTML. */
@NullMarked
package news.titr.doc.diff;

import org.jspecify.annotations.NullMarked;
