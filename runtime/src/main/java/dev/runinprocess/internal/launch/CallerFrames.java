package dev.runinprocess.internal.launch;

import java.util.Arrays;
import java.util.List;

/** The stack of the thread that launches, without the library's own frames on top. */
final class CallerFrames {
    private static final List<String> OWN =
            List.of("dev.runinprocess.internal.", "dev.runinprocess.ChildProcess", "dev.runinprocess.Call");

    private CallerFrames() {}

    static StackTraceElement[] now() {
        StackTraceElement[] all = new Throwable().getStackTrace();
        int first = 0;
        while (first < all.length && isOwn(all[first])) {
            first++;
        }
        return Arrays.copyOfRange(all, first, all.length);
    }

    private static boolean isOwn(StackTraceElement frame) {
        return OWN.stream().anyMatch(frame.getClassName()::startsWith);
    }
}
