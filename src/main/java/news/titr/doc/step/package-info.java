/**
 * ProseMirror's documents and steps in Java: what the editor in the browser does to a document, the server does again to
 * its own. Positions and sizes count UTF-16 units, as JavaScript does.
 */
@NullMarked
package news.titr.doc.step;

import org.jspecify.annotations.NullMarked;
