/** The looks that a site can have: folders with colours, rules, fonts and templates, read and checked before they are worn. */
@NullMarked
package news.titr.theme;

import org.jspecify.annotations.NullMarked;
