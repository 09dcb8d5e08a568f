package vn.coopfund.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers the last password checks that succeeded, so that HTTP Basic does not pay the slow hash at every call.
 * Keeps only keyed digests of password and stored hash together: a changed password has another stored hash and is
 * checked afresh. Each node keeps its own; nothing is lost when it forgets.
 */
class RememberingPasswordEncoder implements PasswordEncoder {

    private static final int MOST = 1_000;

    private final PasswordEncoder slow;
    private final byte[] key = new byte[32];
    private final Map<String, Boolean> verified = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    });

    RememberingPasswordEncoder(PasswordEncoder slow) {
        this.slow = slow;
        new SecureRandom().nextBytes(key);
    }

    @Override
    public String encode(CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String storedHash) {
        String digest = digest(password + "\0" + storedHash);
        if (verified.containsKey(digest)) {
            return true;
        }
        boolean right = slow.matches(password, storedHash);
        if (right) {
            verified.put(digest, true);
        }
        return right;
    }

    private String digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
