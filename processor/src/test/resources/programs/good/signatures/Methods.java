package good.signatures;

import dev.runinprocess.RunInProcess;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Methods of all shapes. */
public final class Methods {
    static String lastSeen = "";

    private Methods() {}

    /** A public method. */
    @RunInProcess
    public static Path download(URI source, Path target) throws IOException {
        return target.resolve(source.getHost());
    }

    @RunInProcess
    static void none() {
        lastSeen = "none";
    }

    @RunInProcess
    protected static void noResult(String text) {
        lastSeen = text;
    }

    @RunInProcess
    static String primitives(
            boolean a, byte b, short c, char d, int e, long f, float g, double h) {
        return a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h;
    }

    @RunInProcess
    static boolean aBoolean(boolean value) {
        return value;
    }

    @RunInProcess
    static byte aByte(byte value) {
        return value;
    }

    @RunInProcess
    static short aShort(short value) {
        return value;
    }

    @RunInProcess
    static char aChar(char value) {
        return value;
    }

    @RunInProcess
    static int anInt(int value) {
        return value;
    }

    @RunInProcess
    static long aLong(long value) {
        return value;
    }

    @RunInProcess
    static float aFloat(float value) {
        return value;
    }

    @RunInProcess
    static double aDouble(double value) {
        return value;
    }

    @RunInProcess
    static String texts(String first, String... rest) {
        return first + Arrays.toString(rest);
    }

    @RunInProcess
    static int numbers(int... numbers) {
        return Arrays.stream(numbers).sum();
    }

    @SafeVarargs
    @RunInProcess
    static int lists(List<String>... lists) {
        return lists.length;
    }

    @RunInProcess
    static synchronized void throwing(int which) throws FileNotFoundException, InterruptedException, ExecutionException {
        switch (which) {
            case 0 -> throw new FileNotFoundException("file");
            case 1 -> throw new InterruptedException("interrupted");
            case 2 -> throw new ExecutionException("execution", null);
            case 3 -> throw new IllegalStateException("state");
            default -> throw new AssertionError("error");
        }
    }

    @RunInProcess
    static void throwsAnything() throws Throwable {
        throw new IOException("anything");
    }

    @RunInProcess
    static native int inNativeCode(int a);

    interface Interface {
        @RunInProcess
        static String ofInterface(String text) {
            return text;
        }

        enum Nested {
            ONE;

            @RunInProcess
            static String ofNestedEnum(Nested nested) {
                return nested.name();
            }
        }
    }

    static class Generic<T> {
        @RunInProcess
        static String ofGenericClass(String text) {
            return text;
        }
    }
}
