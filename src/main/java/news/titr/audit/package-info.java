/** The audit log: who did what, when, from where, and what changed. Every part of the program writes to it. */
@NullMarked
package news.titr.audit;

import org.jspecify.annotations.NullMarked;
