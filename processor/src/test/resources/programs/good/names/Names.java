package good.names;

import dev.runinprocess.RunInProcess;
import java.util.List;

/** Names that generated code uses itself. */
final class Names {
    private Names() {}

    @RunInProcess
    static String ofLauncher(
            String name, String timeout, String start, String call, String with, String process, String invoke) {
        return name + timeout + start + call + with + process + invoke;
    }

    @RunInProcess
    static String ofBuilder(String options, String given, String arguments, String definition, String await) {
        return options + given + arguments + definition + await;
    }

    @RunInProcess
    static String ofEntryPoint(String in, String out, String args, String writer, String result, String e) {
        return in + out + args + writer + result + e;
    }

    @RunInProcess
    static String ofObject(int wait, String notify, String hashCode, String toString, String equals, String getClass) {
        return wait + notify + hashCode + toString + equals + getClass;
    }

    @RunInProcess
    static String ofTypes(String Call, String DEFINITION, String Names, String OfTypesEntryPoint, String $dollar) {
        return Call + DEFINITION + Names + OfTypesEntryPoint + $dollar;
    }

    @RunInProcess
    static int start(int start) {
        return start;
    }

    @RunInProcess
    static int Capital(int a) {
        return a;
    }

    @RunInProcess
    static int _underscore$(int a) {
        return a;
    }

    @RunInProcess(launcher = "Fetch")
    static int renamed(int a) {
        return a;
    }

    @RunInProcess
    static int overloaded(int a) {
        return a;
    }

    @RunInProcess(launcher = "OverloadedTextLauncher")
    static String overloaded(String a) {
        return a;
    }

    record Call(String value) {}

    record Arguments(String value) {}

    record Codecs(List<Call> calls) {}

    record Path(java.nio.file.Path path) {
        @RunInProcess
        static java.nio.file.Path samePath(java.nio.file.Path path, Path other) {
            return path.resolve(other.path);
        }
    }

    @RunInProcess
    static Arguments likeOurs(
            Call call, Arguments arguments, Codecs codecs, EntryPoint entryPoint, Codec codec, ValueWriter writer) {
        return new Arguments(call.value + arguments.value + codecs.calls + entryPoint + codec + writer);
    }

    static final class Inner {
        record Call(int number) {}

        record CallCodec(int number) {}
    }

    @RunInProcess
    static String sameSimpleName(Call a, Inner.Call b, Inner.CallCodec c) {
        return "" + a + b + c;
    }
}
