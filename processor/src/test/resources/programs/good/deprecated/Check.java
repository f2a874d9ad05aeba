package good.deprecated;

public final class Check {
    private Check() {}

    public static void run() throws Exception {
        Old.check();
    }

    static void require(boolean condition) {
        if (!condition) {
            throw new AssertionError();
        }
    }
}
