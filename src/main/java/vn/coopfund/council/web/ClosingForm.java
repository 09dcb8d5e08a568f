package vn.coopfund.council.web;

/** Nothing to fill in: the button says it all. */
class ClosingForm {
}
