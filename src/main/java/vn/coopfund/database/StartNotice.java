package vn.coopfund.database;

import java.util.List;

/** What a room wants to tell the person who started the program, once it is up. */
@FunctionalInterface
public interface StartNotice {

    /** Nothing where there is nothing to tell. */
    List<String> lines();
}
