package vn.coopfund.council;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;

/** The questions before the council, with who was called and how they voted. */
@Component
public class CouncilMatters {

    /** By what the list may be sorted. */
    public static final Map<String, String> COLUMNS = Map.of("laid", "m.id", "meets", "m.meets_on", "minutes", "m.minutes");

    private final JdbcClient jdbc;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    CouncilMatters(JdbcClient jdbc, LendingRegulations regulations, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    /**
     * One who was called to the latest round.
     *
     * @param vote FOR, AGAINST, ABSTAIN, CONFLICT for one who stepped aside, or null where none came
     */
    public record Seat(long memberId, String member, boolean chair, String vote, String reason, LocalDate votedOn) {

        /** Voted; who stepped aside did not. */
        public boolean hasBallot() {
            return vote != null && !steppedAside();
        }

        boolean steppedAside() {
            return "CONFLICT".equals(vote);
        }
    }

    /**
     * How it was voted on in the latest round.
     *
     * @param over no vote can come any more, or none that changes the outcome: who has none is absent if the chair ended the
     *             voting, else need not vote
     */
    public record Voting(List<Seat> seats, CouncilTally tally, boolean over) {

        /** Message key of what is to be said of one without a vote. */
        public String silence() {
            return !over ? "council.no-vote-yet" : tally.closed() ? "council.absent" : "council.need-not-vote";
        }
    }

    @Transactional(readOnly = true)
    public Matter byId(long id) {
        return jdbc.sql(SELECT + " and m.id = :id").param("fund", Actors.current().fundId()).param("id", id)
                .query(Matter.class).optional().orElseThrow(Refusal::notFound);
    }

    /** The question that was laid last on the case, open or not. */
    @Transactional(readOnly = true)
    public Optional<Matter> latestOn(Subject subject) {
        return on(subject, " and m.state <> 'TAKEN_BACK'");
    }

    /** The question laid last for this paper, open or not. */
    @Transactional(readOnly = true)
    public Optional<Matter> laidFor(CouncilPaper.Question question) {
        return jdbc.sql(SELECT + " and m.kind = :kind and m.paper = :paper order by m.id desc limit 1")
                .param("fund", Actors.current().fundId()).param("kind", question.kind()).param("paper", question.paper())
                .query(Matter.class).optional();
    }

    /** The question open on the case. */
    @Transactional(readOnly = true)
    public Optional<Matter> openOn(Subject subject) {
        return on(subject, " and m.state in ('LAID', 'CALLED')");
    }

    private Optional<Matter> on(Subject subject, String where) {
        return jdbc.sql(SELECT + " and m.subject_type = :type and m.subject_id = :subject" + where
                        + " order by m.id desc limit 1").param("fund", Actors.current().fundId())
                .param("type", subject.type().name()).param("subject", subject.id()).query(Matter.class).optional();
    }

    /** One page of them; {@code open} narrows to those that nobody has decided. */
    @Transactional(readOnly = true)
    public PageOf<Matter> list(boolean open, SortBy sort, PageOf.Wish wish) {
        String where = open ? " and m.state in ('LAID', 'CALLED')" : "";
        List<Matter> items = jdbc.sql(SELECT + where + sort.orderBy("m.id") + "limit " + wish.size() + " offset " + wish.offset())
                .param("fund", Actors.current().fundId()).query(Matter.class).list();
        return new PageOf<>(items, wish.page(), wish.size(), jdbc.sql("select count(*) from council.matter m where m.fund_id = :fund"
                + where).param("fund", Actors.current().fundId()).query(Long.class).single());
    }

    /** Those being voted on though their day has come. */
    @Transactional(readOnly = true)
    public List<Matter> votingsDue() {
        return jdbc.sql(SELECT + " and m.state = 'CALLED' and m.closed_by is null and m.meets_on <= :today order by m.id")
                .param("fund", Actors.current().fundId()).param("today", businessDay.today()).query(Matter.class).list()
                .stream().filter(this::mayClose).toList();
    }

    /** What exactly is decided, as it was when it was laid; nothing where it was laid before that was kept. */
    @Transactional(readOnly = true)
    public List<CouncilPaper.Figure> figures(Matter matter) {
        return jdbc.sql("select label, value from council.matter_figure where matter_id = ? order by place").param(matter.id())
                .query(CouncilPaper.Figure.class).list();
    }

    /** A member who stepped aside from the case in a round before, and why: for good. */
    public record Aside(long memberId, String member, String reason, LocalDate votedOn) {
    }

    /** Who stepped aside from the case before this round, whatever was asked. */
    @Transactional(readOnly = true)
    public List<Aside> asideBefore(Matter matter) {
        return jdbc.sql("""
                select distinct on (p.display_name, v.member_id) v.member_id, p.display_name as member, v.reason, v.voted_on
                from council.vote v join council.matter m on m.id = v.matter_id join access.person p on p.id = v.member_id
                where v.vote = 'CONFLICT' and m.subject_type = ? and m.subject_id = ? and (m.id < ? or m.id = ? and v.round < ?)
                order by p.display_name, v.member_id, v.voted_on""")
                .params(matter.subjectType().name(), matter.subjectId(), matter.id(), matter.id(), matter.round())
                .query(Aside.class).list();
    }

    /** Whether the chair may end the voting now: its day has come, and votes that could change anything are missing. */
    @Transactional(readOnly = true)
    public boolean mayClose(Matter matter) {
        return matter.state() == Matter.State.CALLED && matter.closedBy() == null
                && !businessDay.today().isBefore(matter.meetsOn()) && !voting(matter).over();
    }

    /** How many votes must be cast for the council to decide anything, by the regulation of the day. */
    int leastVotes() {
        return regulations.on(businessDay.today()).councilLeastVotes();
    }

    /** Who was called to the latest round, the chair first. */
    @Transactional(readOnly = true)
    public List<Seat> seats(Matter matter) {
        return jdbc.sql("""
                select s.member_id, p.display_name as member, s.chair, v.vote, v.reason, v.voted_on
                from council.seat s join access.person p on p.id = s.member_id
                left join council.vote v on v.matter_id = s.matter_id and v.round = s.round and v.member_id = s.member_id
                where s.matter_id = ? and s.round = ? order by s.chair desc, p.username""")
                .params(matter.id(), matter.round()).query(Seat.class).list();
    }

    /** The votes of the latest round, counted by the quorum of the regulation in force when it was called. */
    @Transactional(readOnly = true)
    public Voting voting(Matter matter) {
        List<Seat> seats = seats(matter);
        LocalDate asOf = matter.calledOn() == null ? businessDay.today() : matter.calledOn();
        LendingRegulation regulation = regulations.on(asOf);
        CouncilTally tally = new CouncilTally(seats.size(), (int) seats.stream().filter(Seat::steppedAside).count(),
                regulation.councilQuorumPercent(), regulation.councilLeastVotes(), seats.stream().filter(Seat::hasBallot)
                        .map(seat -> new CouncilTally.Ballot(seat.chair(), seat.vote())).toList(),
                matter.closedBy() != null);
        return new Voting(seats, tally, !matter.isOpen() || tally.isOver() || tally.outcome().isPresent());
    }

    @Transactional(readOnly = true)
    public CouncilTally tally(Matter matter) {
        return voting(matter).tally();
    }

    /** Locked; refused when it is not open. */
    @Transactional(propagation = Propagation.MANDATORY)
    Matter lockOpen(Subject subject) {
        Matter matter = openOn(subject).orElseThrow(() -> Refusal.conflict("council.refused.not-open"));
        return lock(matter.id());
    }

    /** Locked; refused when it is not open any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    Matter lock(long id) {
        jdbc.sql("select id from council.matter where id = ? for update").param(id).query(Long.class).optional();
        Matter matter = byId(id);
        if (!matter.isOpen()) {
            throw Refusal.conflict("council.refused.not-open");
        }
        return matter;
    }

    /** Lays the question; where the same lies there already, it is that one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lay(Subject subject, CouncilPaper.Question question, List<CouncilPaper.Figure> figures) {
        Optional<Matter> open = openOn(subject);
        if (open.filter(one -> one.kind().equals(question.kind()) && one.paper() == question.paper()).isPresent()) {
            return;
        }
        takeBack(subject);
        long id = jdbc.sql("insert into council.matter (id, fund_id, subject_type, subject_id, kind, paper, laid_on) "
                        + "values (nextval('council.matter_seq'), ?, ?, ?, ?, ?, ?) returning id")
                .params(Actors.current().fundId(), subject.type().name(), subject.id(), question.kind(), question.paper(),
                        businessDay.today()).query(Long.class).single();
        for (int i = 0; i < figures.size(); i++) {
            jdbc.sql("insert into council.matter_figure (matter_id, place, label, value) values (?, ?, ?, ?)")
                    .params(id, i, figures.get(i).label(), figures.get(i).value()).update();
        }
    }

    /** This one question is over another way: nobody need vote on it; what else lies there on the case stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeBack(Subject subject, CouncilPaper.Question question) {
        return jdbc.sql("update council.matter set state = 'TAKEN_BACK' where subject_type = ? and subject_id = ? and kind = ? "
                        + "and paper = ? and state in ('LAID', 'CALLED')")
                .params(subject.type().name(), subject.id(), question.kind(), question.paper()).update() > 0;
    }

    /** The case is over another way: nobody need vote on it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(Subject subject) {
        jdbc.sql("update council.matter set state = 'TAKEN_BACK' where subject_type = ? and subject_id = ? "
                + "and state in ('LAID', 'CALLED')").params(subject.type().name(), subject.id()).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Matter call(Matter matter, Matter.Way way, LocalDate meetsOn, String place, String agenda, List<Actor> members) {
        int round = matter.round() + 1;
        jdbc.sql("update council.matter set state = 'CALLED', round = ?, way = ?, meets_on = ?, place = ?, agenda = ?, "
                        + "called_by = ?, called_on = ?, closed_by = null where id = ?")
                .params(Arrays.asList(round, way.name(), meetsOn, place, agenda, Actors.current().id(),
                        businessDay.today(), matter.id())).update();
        members.forEach(member -> jdbc.sql("insert into council.seat (matter_id, round, member_id, chair) values (?, ?, ?, ?)")
                .params(matter.id(), round, member.id(), member.is(Role.COUNCIL_CHAIR)).update());
        return byId(matter.id());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void vote(Matter matter, boolean chair, String vote, String reason) {
        int added = jdbc.sql("insert into council.vote (matter_id, round, member_id, chair, vote, reason, voted_on) "
                        + "values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(Arrays.asList(matter.id(), matter.round(), Actors.current().id(), chair, vote, reason,
                        businessDay.today())).update();
        if (added == 0) {
            throw Refusal.conflict("council.refused.voted");
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void close(Matter matter) {
        jdbc.sql("update council.matter set closed_by = ? where id = ?").params(Actors.current().id(), matter.id()).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void decide(Matter matter, boolean approved, String minutes, String remark) {
        jdbc.sql("update council.matter set state = 'DECIDED', approved = ?, minutes = ?, signed_by = ?, signed_on = ?, "
                        + "remark = ? where id = ?")
                .params(Arrays.asList(approved, minutes, Actors.current().id(), businessDay.today(), remark, matter.id())).update();
    }

    private static final String SELECT = """
            select m.id, m.subject_type, m.subject_id, m.kind, m.paper, m.laid_on, m.state, m.round, m.way, m.meets_on, m.place,
                   m.agenda, m.called_by, m.called_on, m.closed_by, m.approved, m.minutes, m.signed_by, m.signed_on, m.remark
            from council.matter m where m.fund_id = :fund""";
}
