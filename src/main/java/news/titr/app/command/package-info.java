/** The commands of bin/titr. */
@NullMarked
package news.titr.app.command;

import org.jspecify.annotations.NullMarked;
