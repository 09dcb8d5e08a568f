package vn.coopfund.documents;

import java.time.LocalDate;

/**
 * A date as official papers write it: days below ten and the months January and February with a nought before
 * (Decree 30/2020/NĐ-CP, annex I), so "05", "02" but "3".
 */
public record PaperDate(String day, String month, String year) {

    public static PaperDate of(LocalDate date) {
        int month = date.getMonthValue();
        return new PaperDate("%02d".formatted(date.getDayOfMonth()), month < 3 ? "0" + month : String.valueOf(month),
                String.valueOf(date.getYear()));
    }
}
