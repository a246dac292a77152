package news.titr.print;

import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/** The tags of a document (ISO 32000-1, 14.7 and 14.8): what each piece of the pages is, in reading order. */
final class StructureTree {

    /** One tag. */
    static final class Element {
        private final COSDictionary dictionary;
        private final COSArray children;

        private Element(COSDictionary dictionary, COSArray children) {
            this.dictionary = dictionary;
            this.children = children;
        }

        COSDictionary dictionary() {
            return dictionary;
        }

        /** What a screen reader says instead of the content. */
        void describe(String alternative) {
            dictionary.setItem(COSName.ALT, new COSString(alternative));
        }

        void language(String tag) {
            dictionary.setString(COSName.LANG, tag);
        }

        /** Sets one attribute of an owner such as Table or Layout; several owners may be set. */
        void attribute(String owner, String name, COSBase value) {
            if (!(dictionary.getDictionaryObject(COSName.A) instanceof COSArray)) {
                dictionary.setItem(COSName.A, new COSArray());
            }
            var attributes = (COSArray) dictionary.getDictionaryObject(COSName.A);
            for (var known : attributes) {
                if (known instanceof COSDictionary other && owner.equals(other.getNameAsString(COSName.O))) {
                    other.setItem(COSName.getPDFName(name), value);
                    return;
                }
            }
            var attribute = new COSDictionary();
            attribute.setItem(COSName.O, COSName.getPDFName(owner));
            attribute.setItem(COSName.getPDFName(name), value);
            attributes.add(attribute);
        }
    }

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Map<Integer, COSBase> parents = new TreeMap<>();
    private final Element document;
    private int nextKey;

    StructureTree() {
        var children = new COSArray();
        root.getCOSObject().setItem(COSName.K, children);
        document = create("Document", root.getCOSObject(), children);
    }

    Element document() {
        return document;
    }

    Element add(String type, Element parent) {
        return create(type, parent.dictionary, parent.children);
    }

    private static Element create(String type, COSDictionary parent, COSArray siblings) {
        var children = new COSArray();
        var dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        dictionary.setItem(COSName.S, COSName.getPDFName(type));
        dictionary.setItem(COSName.P, parent);
        dictionary.setItem(COSName.K, children);
        siblings.add(dictionary);
        return new Element(dictionary, children);
    }

    /** A number for a page or a link by which {@code parents} are found again. */
    int nextKey() {
        return nextKey++;
    }

    void parents(int key, COSBase elements) {
        parents.put(key, elements);
    }

    /** Makes what is drawn under a number on a page the content of an element. */
    void addContent(Element element, PageCanvas page, int number) {
        var reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
        reference.setItem(COSName.PG, page.dictionary());
        reference.setInt(COSName.MCID, number);
        element.children.add(reference);
    }

    /** Makes an annotation part of an element. */
    void addObject(Element element, PageCanvas page, COSDictionary annotation) {
        var reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
        reference.setItem(COSName.PG, page.dictionary());
        reference.setItem(COSName.OBJ, annotation);
        element.children.add(reference);
    }

    PDStructureTreeRoot finish() {
        var numbers = new COSArray();
        parents.forEach((key, value) -> {
            numbers.add(COSInteger.get(key));
            numbers.add(value);
        });
        var tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        root.setParentTreeNextKey(nextKey);
        return root;
    }
}
