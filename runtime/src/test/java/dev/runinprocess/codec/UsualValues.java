package dev.runinprocess.codec;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The {@code main} of a child JVM that takes and returns what tasks usually do. */
final class UsualValues {
    static final String BEGIN = "values begin";
    static final String END = "values end";

    private UsualValues() {}

    public static void main(String[] args) {
        URI uri = URI.create("http://localhost/file");
        Path path = Path.of("a", "b");
        TimeUnit[] units = TimeUnit.values();
        List<String> names = new ArrayList<>();
        names.add("x");
        Map<String, Integer> numbers = new HashMap<>();
        System.out.println(BEGIN);
        ValueWriter out = new ValueWriter();
        out.writeInt(1);
        out.write(Codecs.string(), "text");
        out.write(Codecs.uri(), uri);
        out.write(Codecs.path(), path);
        out.write(Codecs.doubleArray(), new double[1000]);
        out.write(Codecs.listOf(Codecs.string()), names);
        out.write(Codecs.mapOf(Codecs.string(), Codecs.intValue()), numbers);
        out.write(Codecs.enumOf(units), TimeUnit.DAYS);
        ValueReader in = new ValueReader(out.toPayload());
        in.readInt();
        in.read(Codecs.string());
        in.read(Codecs.uri());
        in.read(Codecs.path());
        in.read(Codecs.doubleArray());
        in.read(Codecs.listOf(Codecs.string()));
        in.read(Codecs.mapOf(Codecs.string(), Codecs.intValue()));
        in.read(Codecs.enumOf(units));
        System.out.println(END);
    }
}
