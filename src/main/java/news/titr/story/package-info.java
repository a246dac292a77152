/** Stories, their revisions, and the two doors: drafting and publishing. */
@NullMarked
package news.titr.story;

import org.jspecify.annotations.NullMarked;
