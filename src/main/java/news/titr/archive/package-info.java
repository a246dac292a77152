/** The whole newspaper as documented files, and a newspaper made of them again. See docs/archive-format.md. */
@NullMarked
package news.titr.archive;

import org.jspecify.annotations.NullMarked;
