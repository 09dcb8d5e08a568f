package vn.coopfund.council.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.council.CloseVoting;
import vn.coopfund.council.Matter;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;

/** The council's questions for programs; members vote through their tasks. */
@RestController
@RequestMapping("/api/v1/council/matters")
@OpenToReadersOfCouncil
@Tag(name = "Council")
class CouncilApi {

    private final CouncilMatters matters;
    private final CloseVoting closeVoting;
    private final Once once;

    CouncilApi(CouncilMatters matters, CloseVoting closeVoting, Once once) {
        this.matters = matters;
        this.closeVoting = closeVoting;
        this.once = once;
    }

    /** What it is about. */
    record About(String type, String id) {
    }

    /** One who was called; {@code vote} is null where none came. */
    record Seat(String member, boolean chair, String vote, String reason, LocalDate votedOn) {
    }

    /** A question; {@code seats} are those of the latest round. */
    record View(String id, About subject, String kind, String state, String way, LocalDate meetsOn, boolean quorum,
            Boolean approved, String minutes, List<Seat> seats) {
    }

    @Operation(summary = "The questions, the latest first")
    @GetMapping
    PageOf<View> list(@RequestParam(defaultValue = "false") boolean open, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return matters.list(open, SortBy.of(null, "-laid", CouncilMatters.COLUMNS), PageOf.Wish.of(page, size)).map(this::view);
    }

    @Operation(summary = "One question with its votes")
    @GetMapping("/{id}")
    View one(@PathVariable String id) {
        return view(matters.byId(number(id)));
    }

    @Operation(summary = "The chair ends the voting when its day has come")
    @PostMapping("/{id}/closing")
    @Allowed(Role.COUNCIL_CHAIR)
    View close(@PathVariable String id, HttpServletRequest request) {
        return once.call(request, "", View.class, () -> view(closeVoting.close(number(id))));
    }

    private View view(Matter one) {
        CouncilMatters.Voting voting = matters.voting(one);
        return new View(String.valueOf(one.id()), new About(one.subjectType().name(), String.valueOf(one.subjectId())),
                one.kind(), one.state().name(), one.way() == null ? null : one.way().name(), one.meetsOn(),
                voting.tally().hasQuorum(), one.approved(), one.minutes(), voting.seats().stream()
                        .map(seat -> new Seat(seat.member(), seat.chair(), seat.vote(), seat.reason(), seat.votedOn())).toList());
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException unknown) {
            throw Refusal.notFound();
        }
    }
}
