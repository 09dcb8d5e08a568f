package vn.coopfund.bench;

import java.nio.file.Path;

/** One thing that is measured; it writes one table, named after itself, into the folder. */
public interface Bench {

    void run(Path folder) throws Exception;
}
