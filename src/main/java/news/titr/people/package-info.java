/** Accounts, what each may do, and signing in. */
@NullMarked
package news.titr.people;

import org.jspecify.annotations.NullMarked;
