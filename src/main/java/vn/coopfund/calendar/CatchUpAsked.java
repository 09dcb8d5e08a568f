package vn.coopfund.calendar;

/** Days wait to be closed in the background. */
record CatchUpAsked(long id) {
}
