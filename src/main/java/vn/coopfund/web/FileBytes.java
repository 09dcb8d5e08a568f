package vn.coopfund.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/** Writes texts in UTF-8 and whole numbers into a stream through one buffer, without an object for each. */
final class FileBytes {

    private static final int SIZE = 1 << 16;
    private static final int LONGEST_CHARACTER = 4;
    private static final int LONGEST_NUMBER = 20;

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private final byte[] digits = new byte[LONGEST_NUMBER];
    private int length;

    FileBytes(OutputStream out) {
        this.out = out;
    }

    /** A character of ASCII. */
    void ascii(char character) {
        room(1);
        buffer[length++] = (byte) character;
    }

    /** A text of ASCII, such as a tag. */
    @SuppressWarnings("deprecation")
    void ascii(String text) {
        room(text.length());
        text.getBytes(0, text.length(), buffer, length);
        length += text.length();
    }

    void number(long number) {
        if (number == Long.MIN_VALUE) {
            ascii(Long.toString(number));
            return;
        }
        room(LONGEST_NUMBER);
        long left = Math.abs(number);
        int from = LONGEST_NUMBER;
        do {
            digits[--from] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left != 0);
        if (number < 0) {
            digits[--from] = '-';
        }
        System.arraycopy(digits, from, buffer, length, LONGEST_NUMBER - from);
        length += LONGEST_NUMBER - from;
    }

    /** As ISO writes it, {@code 2026-01-31}; years of four digits. */
    void day(LocalDate day) {
        number(day.getYear());
        two('-', day.getMonthValue());
        two('-', day.getDayOfMonth());
    }

    private void two(char before, int number) {
        ascii(before);
        ascii((char) ('0' + number / 10));
        ascii((char) ('0' + number % 10));
    }

    /** The character at that place of the text; answers the place after it. */
    int character(String text, int place) {
        char character = text.charAt(place);
        if (character < 0x80) {
            ascii(character);
            return place + 1;
        }
        int point = text.codePointAt(place);
        room(LONGEST_CHARACTER);
        if (point < 0x800) {
            buffer[length++] = (byte) (0xc0 | point >> 6);
        } else {
            if (point < 0x10000) {
                // half of a pair has no place in UTF-8
                if (Character.isSurrogate(character)) {
                    buffer[length++] = '?';
                    return place + 1;
                }
                buffer[length++] = (byte) (0xe0 | point >> 12);
            } else {
                buffer[length++] = (byte) (0xf0 | point >> 18);
                buffer[length++] = (byte) (0x80 | point >> 12 & 0x3f);
            }
            buffer[length++] = (byte) (0x80 | point >> 6 & 0x3f);
        }
        buffer[length++] = (byte) (0x80 | point & 0x3f);
        return place + Character.charCount(point);
    }

    private void room(int wanted) {
        if (length + wanted > SIZE) {
            flush();
        }
    }

    /** Hands over what is in the buffer; the stream below keeps its own pace. */
    void flush() {
        try {
            out.write(buffer, 0, length);
            length = 0;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
