package vn.coopfund.calendar;

/** The days without work of a year were changed; due dates to come that move off them may fall elsewhere. */
public record HolidaysChanged(int year) {
}
