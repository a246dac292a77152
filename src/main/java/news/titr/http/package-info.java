/** Requests and responses as plain values, so that surfaces know no server. */
@NullMarked
package news.titr.http;

import org.jspecify.annotations.NullMarked;
