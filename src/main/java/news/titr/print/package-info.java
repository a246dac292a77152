/** Stories on paper: tagged, archivable PDF files and QR codes. Pure: the same input gives the same bytes. */
@NullMarked
package news.titr.print;

import org.jspecify.annotations.NullMarked;
