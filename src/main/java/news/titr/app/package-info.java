/** The top of the house: wiring, routes, and the command line. */
@NullMarked
package news.titr.app;

import org.jspecify.annotations.NullMarked;
