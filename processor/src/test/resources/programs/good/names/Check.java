package good.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

public final class Check {
    private Check() {}

    public static void run() throws Exception {
        assertThat(OfLauncherLauncher.invoke("1", "2", "3", "4", "5", "6", "7")).isEqualTo("1234567");
        assertThat(OfLauncherLauncher.with()
                        .name("1")
                        .timeout("2")
                        .start("3")
                        .call("4")
                        .with("5")
                        .process("6")
                        .invoke("7")
                        .invoke())
                .isEqualTo("1234567");
        assertThat(OfBuilderLauncher.with()
                        .options("1")
                        .given("2")
                        .arguments("3")
                        .definition("4")
                        .await("5")
                        .invoke())
                .isEqualTo("12345");
        assertThat(OfEntryPointLauncher.invoke("1", "2", "3", "4", "5", "6")).isEqualTo("123456");
        assertThat(OfObjectLauncher.with()
                        .wait(1)
                        .notify("2")
                        .hashCode("3")
                        .toString("4")
                        .equals("5")
                        .getClass("6")
                        .invoke())
                .isEqualTo("123456");
        assertThat(OfTypesLauncher.invoke("1", "2", "3", "4", "5")).isEqualTo("12345");
        assertThat(OfTypesLauncher.with()
                        .Call("1")
                        .DEFINITION("2")
                        .Names("3")
                        .OfTypesEntryPoint("4")
                        .$dollar("5")
                        .invoke())
                .isEqualTo("12345");
        methods();
        types();
    }

    private static void methods() throws Exception {
        assertThat(StartLauncher.invoke(1)).isEqualTo(1);
        assertThat(CapitalLauncher.invoke(1)).isEqualTo(1);
        assertThat(_underscore$Launcher.invoke(1)).isEqualTo(1);
        assertThat(Fetch.invoke(1)).isEqualTo(1);
        assertThat(FetchEntryPoint.class.getSimpleName()).isEqualTo("FetchEntryPoint");
        assertThat(OverloadedLauncher.invoke(1)).isEqualTo(1);
        assertThat(OverloadedTextLauncher.invoke("a")).isEqualTo("a");
    }

    private static void types() throws Exception {
        assertThat(SamePathLauncher.invoke(Path.of("a"), new Names.Path(Path.of("b")))).isEqualTo(Path.of("a", "b"));
        Names.Call call = new Names.Call("c");
        Names.Arguments returned = LikeOursLauncher.invoke(
                call,
                new Names.Arguments("a"),
                new Names.Codecs(List.of(call)),
                new EntryPoint(1),
                new Codec(2),
                new ValueWriter(3));
        assertThat(returned.value()).isEqualTo("ca[Call[value=c]]EntryPoint[a=1]Codec[a=2]ValueWriter[a=3]");
        assertThat(SameSimpleNameLauncher.invoke(call, new Names.Inner.Call(1), new Names.Inner.CallCodec(2)))
                .isEqualTo("Call[value=c]Call[number=1]CallCodec[number=2]");
    }
}
