package news.titr.doc.step;

/** Anything that positions can be taken through: one step's map, or many in a row. */
@FunctionalInterface
public interface Mapping {

    StepMap.Mapped mapped(int position, int side);
}
