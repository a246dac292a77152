package news.titr.wire.moving;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.language.Fold;
import news.titr.language.Slug;
import news.titr.people.Actor;
import news.titr.story.Outcome;
import news.titr.story.Section;
import news.titr.story.Sectioning;
import news.titr.story.Sections;

/** Which section here each of theirs becomes: the one that was named for it, one of the same slug or name, or a new one. */
final class SectionPlan {

    /** So many stand in the navigation of every page; more would push away what readers look for. */
    private static final int IN_NAVIGATION = 12;

    private final Actor actor;
    private final String edition;
    private final Sectioning sectioning;
    private final boolean dryRun;
    private final Map<String, String> named;
    private final Map<Receiver.SectionWish, String> known = new HashMap<>();
    private final Map<String, Section> bySlug = new LinkedHashMap<>();
    private final ImportReport report;

    /** @param named folded slug or name there, to slug here; an empty slug for none */
    SectionPlan(
            Actor actor,
            String edition,
            Sections sections,
            Sectioning sectioning,
            Map<String, String> named,
            boolean dryRun,
            ImportReport report) {
        this.actor = actor;
        this.edition = edition;
        this.sectioning = sectioning;
        this.dryRun = dryRun;
        this.report = report;
        this.named = new HashMap<>();
        sections.all(edition).forEach(section -> bySlug.put(section.slug(), section));
        named.forEach((from, to) -> {
            if (!to.isEmpty() && !bySlug.containsKey(to)) {
                throw new BadArchive("There is no section " + to + " for --section " + from + "=" + to
                        + "; the sections are " + String.join(", ", bySlug.keySet()));
            }
            this.named.put(Fold.fold(from), to);
        });
    }

    String slug(Receiver.SectionWish wish) {
        var there = known.get(wish);
        if (there == null) {
            there = find(wish);
            known.put(wish, there);
        }
        return there;
    }

    private String find(Receiver.SectionWish wish) {
        for (String name : List.of(wish.slug(), wish.name())) {
            var chosen = named.get(Fold.fold(name));
            if (chosen != null) {
                return chosen;
            }
        }
        String slug = Slug.of(wish.slug());
        if (bySlug.containsKey(slug)) {
            return slug;
        }
        String name = Fold.fold(wish.name());
        return bySlug.values().stream()
                .filter(section -> Fold.fold(section.name()).equals(name))
                .map(Section::slug)
                .findFirst()
                .orElseGet(() -> add(wish, slug));
    }

    private String add(Receiver.SectionWish wish, String slug) {
        Optional<String> parent = wish.parent()
                .map(this::slug)
                .flatMap(above -> Optional.ofNullable(bySlug.get(above)))
                .map(Section::id);
        String address = slug.isEmpty() ? Slug.of(wish.name()) : slug;
        boolean inNavigation = parent.isEmpty()
                && bySlug.values().stream().filter(Section::inNavigation).count() < IN_NAVIGATION;
        if (dryRun) {
            var section = new Section("to come: " + address, edition, address, wish.name(), parent, bySlug.size());
            bySlug.put(address, section);
            report.sum("sections", 1);
            return address;
        }
        var outcome = sectioning.add(
                actor, edition, new Sectioning.Wish(wish.name(), address, parent, "", false, inNavigation));
        return switch (outcome) {
            case Outcome.Done<Section>(var section, var _) -> {
                bySlug.put(section.slug(), section);
                report.sum("sections", 1);
                yield section.slug();
            }
            case Outcome.Refused<Section>(var problems) -> {
                report.remark("section not made: " + problems.getFirst().kind().id(), wish.name());
                yield "";
            }
            case Outcome.Conflict<Section> _ -> "";
        };
    }

    /** True for a section that a dry run would have made. */
    boolean isToCome(String slug) {
        var section = bySlug.get(slug);
        return section != null && section.id().startsWith("to come: ");
    }
}
