package vn.coopfund.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Role;
import vn.coopfund.database.Demonstration;
import vn.coopfund.database.StartNotice;
import vn.coopfund.web.Texts;

/** At the start of a demonstration tells its story, once, and says at the end who can sign in. */
@Component
class TellStory implements ApplicationRunner, StartNotice {

    private static final Logger log = LoggerFactory.getLogger(TellStory.class);
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Demonstration demonstration;
    private final Story story;
    private final Chapters chapters;
    private final Texts texts;
    private boolean told;

    TellStory(Demonstration demonstration, Story story, Chapters chapters, Texts texts) {
        this.demonstration = demonstration;
        this.story = story;
        this.chapters = chapters;
        this.texts = texts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (demonstration.on()) {
            Optional<Story.State> state = story.begin();
            state.filter(begun -> !begun.finished()).ifPresent(this::tell);
            told = state.isPresent();
        }
    }

    private void tell(Story.State state) {
        long began = System.nanoTime();
        chapters.tell(story.chapters(state.firstDay()));
        chapters.reach(state.firstDay());
        story.end();
        log.info("Demonstration data made in {} s", Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    @Override
    public List<String> lines() {
        if (!demonstration.on()) {
            return List.of();
        }
        return told ? Stream.concat(Stream.of(texts.in(VIETNAMESE, "demo.sign-ins", Cast.PASSWORD)),
                Cast.Member.all().stream().map(this::line)).toList()
                : List.of(texts.in(VIETNAMESE, "demo.not-made"));
    }

    private String line(Cast.Member member) {
        String roles = member.roles().stream().sorted().map(this::role).collect(Collectors.joining(", "));
        return "  %-13s %s (%s)".formatted(member.username(), member.name(), roles);
    }

    private String role(Role role) {
        return texts.in(VIETNAMESE, "access.role." + role.name());
    }
}
