package news.titr.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.story.Front;
import news.titr.story.FrontLayout;
import news.titr.story.Section;
import news.titr.story.Teaser;

/** Makes the front page ready to be shown: what stands where is decided already. */
final class FrontComposition {

    private final Site site;
    private final FrontLayout layout;

    FrontComposition(Site site, FrontLayout layout) {
        this.site = site;
        this.layout = layout;
    }

    FrontPage.View view(List<Teaser> mostRead) {
        var all = new ArrayList<>(mostRead);
        layout.areas().forEach(area -> all.addAll(area.stories()));
        var views = site.teasers().of(all);
        return new FrontPage.View(
                views(Front.LEAD, views),
                views(Front.SECOND, views),
                views(Front.LATEST, views),
                faces(layout.area(Front.OPINION).stories(), views),
                views(Front.PICTURE, views),
                views(mostRead, views),
                bands(views));
    }

    private List<TeaserView> views(String area, Map<Long, TeaserView> views) {
        return views(layout.area(area).stories(), views);
    }

    private static List<TeaserView> views(List<Teaser> teasers, Map<Long, TeaserView> views) {
        return teasers.stream()
                .flatMap(teaser -> Optional.ofNullable(views.get(teaser.number())).stream())
                .toList();
    }

    /** Beside an opinion stands its writer, whatever picture it has. */
    private List<TeaserView> faces(List<Teaser> opinions, Map<Long, TeaserView> views) {
        return opinions.stream()
                .flatMap(opinion -> Optional.ofNullable(views.get(opinion.number()))
                        .map(view -> view.picture().portrait() ? view : view.withPicture(face(opinion)))
                        .stream())
                .toList();
    }

    private PictureView face(Teaser opinion) {
        return site.portrait(opinion.authors().stream()
                .findFirst()
                .flatMap(author -> site.bylines.profile(site.edition(), author.slug())));
    }

    /** One band over the whole width, then two beside each other, and so on; the last is never left with an empty half. */
    private List<FrontPage.Band> bands(Map<Long, TeaserView> views) {
        var stories = new LinkedHashMap<Section, List<Teaser>>();
        layout.bands().forEach(band -> band.section().ifPresent(section -> stories.put(section, band.stories())));
        var bands = new ArrayList<FrontPage.Band>();
        for (var entry : stories.entrySet()) {
            var all = views(entry.getValue(), views);
            var feature = all.stream()
                    .filter(story -> story.pictured() && !story.picture().portrait())
                    .findFirst();
            int position = bands.size();
            boolean alone = position == stories.size() - 1 && position % 3 == 1;
            bands.add(new FrontPage.Band(
                    entry.getKey().name(),
                    site.address(entry.getKey()),
                    position % 3 == 0 || alone,
                    feature.stream().toList(),
                    all.stream()
                            .filter(story -> feature.isEmpty()
                                    || story.number() != feature.get().number())
                            .toList()));
        }
        return List.copyOf(bands);
    }
}
