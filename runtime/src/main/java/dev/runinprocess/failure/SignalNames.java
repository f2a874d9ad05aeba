package dev.runinprocess.failure;

/** The usual names of the signals that end processes; their numbers are the same on every Unix that Java runs on. */
final class SignalNames {
    private SignalNames() {}

    /** Number and name, as in {@code 9 (SIGKILL)}. */
    static String describe(int signal) {
        String name = switch (signal) {
            case 1 -> "SIGHUP";
            case 2 -> "SIGINT";
            case 3 -> "SIGQUIT";
            case 4 -> "SIGILL";
            case 6 -> "SIGABRT";
            case 8 -> "SIGFPE";
            case 9 -> "SIGKILL";
            case 11 -> "SIGSEGV";
            case 13 -> "SIGPIPE";
            case 14 -> "SIGALRM";
            case 15 -> "SIGTERM";
            default -> "";
        };
        return name.isEmpty() ? Integer.toString(signal) : signal + " (" + name + ")";
    }
}
