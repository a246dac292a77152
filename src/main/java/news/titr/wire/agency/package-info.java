/** What agencies and feeds send: RSS, Atom, JSON Feed, ninjs, NewsML-G2, NITF. */
@NullMarked
package news.titr.wire.agency;

import org.jspecify.annotations.NullMarked;
