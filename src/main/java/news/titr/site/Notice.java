package news.titr.site;

import java.util.List;

/**
 * A page that says that something is not there, and where to go from here.
 *
 * @param code such as «۴۰۴»; empty when it would say nothing to a reader
 * @param lines what happened, one paragraph each
 * @param latest the newest stories, so that a reader does not stand before a closed door
 */
record Notice(String code, String heading, List<String> lines, Aside latest) {}
