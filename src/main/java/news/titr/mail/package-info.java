/** Sending mails: what one says, the server that takes it, and what a failure means. */
@NullMarked
package news.titr.mail;

import org.jspecify.annotations.NullMarked;
