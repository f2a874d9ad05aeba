package dev.runinprocess.failure;

import java.util.List;

/** The two lines of a JVM's crash report that people look for. */
final class CrashLog {
    private CrashLog() {}

    /** The error line, and the problematic frame where the report has one. */
    static String summary(String log) {
        String error = "";
        String frame = "";
        List<String> lines = log.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("^#\\s*", "").strip();
            if (error.isEmpty()
                    && (line.startsWith("SIG") || line.startsWith("Internal Error") || line.startsWith("EXCEPTION"))) {
                error = line;
            } else if (line.startsWith("Problematic frame") && i + 1 < lines.size()) {
                frame = lines.get(i + 1).replaceFirst("^#\\s*", "").strip();
            }
        }
        return frame.isEmpty() ? error : error + ", in " + frame;
    }
}
