package vn.coopfund.web;

/**
 * One thing to choose in a select or among radios.
 *
 * @param value what the form sends
 * @param text  what people read, in their language
 */
public record Choice(String value, String text) {
}
