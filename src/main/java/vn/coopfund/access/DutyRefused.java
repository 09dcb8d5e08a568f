package vn.coopfund.access;

/** Somebody tried to stand on both sides of a transaction and was refused. */
record DutyRefused(Actor actor, Subject subject, Duty wanted, Duty held) {
}
