package good.codecs;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.UseCodec;
import java.util.List;

/** Marks at every place; the nearest wins. */
@UseCodec(Money.Fast.class)
final class Scopes {
    private Scopes() {}

    record Order(Money money, @UseCodec(Money.Safe.class) Money tip, String text) {}

    @UseCodec(Upper.class)
    record Shouted(String text, List<String> texts) {}

    record Pair<T>(T first, @UseCodec(Upper.class) T second) {}

    @RunInProcess
    static Order ofClass(Order order) {
        return order;
    }

    @RunInProcess
    @UseCodec(Money.Plain.class)
    @UseCodec(Upper.class)
    static Order ofMethod(Order order) {
        return order;
    }

    @RunInProcess
    static String ofParameter(@UseCodec(Money.Safe.class) Money a, Money b, @UseCodec(Upper.class) String c, String d) {
        return a.way + b.way + c + d;
    }

    @RunInProcess
    static Shouted ofRecord(Shouted shouted) {
        return shouted;
    }

    @RunInProcess
    static Pair<String> ofGenericRecord(Pair<String> pair) {
        return pair;
    }

    @RunInProcess
    static List<String> ofList(@UseCodec(Upper.OfLists.class) List<String> texts) {
        return texts;
    }

    @RunInProcess
    static int ofInt(@UseCodec(Upper.OfInts.class) int number) {
        return number;
    }

    @RunInProcess
    static int twoScopes(@UseCodec(Upper.class) Pair<String> a, Pair<String> b) {
        return (a.first() + b.first()).hashCode();
    }
}
