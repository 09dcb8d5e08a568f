package vn.coopfund;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: one deployable, many rooms (see {@code README.md} for the map). */
@SpringBootApplication
public class CoopfundApplication {

    public static void main(String[] args) {
        useTheFundsTimeZone();
        SpringApplication.run(CoopfundApplication.class, args);
    }

    /** Before anything starts: the engine and JDBC read the zone of the virtual machine once. */
    static void useTheFundsTimeZone() {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
    }
}
