package good.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

public final class Check {
    private Check() {}

    public static void run() throws Exception {
        everyWayToLaunch();
        primitives();
        varargs();
        exceptions();
        visibility();
        assertThat(OfInterfaceLauncher.invoke("i")).isEqualTo("i");
        assertThat(OfNestedEnumLauncher.invoke(Methods.Interface.Nested.ONE)).isEqualTo("ONE");
        assertThat(OfGenericClassLauncher.invoke("g")).isEqualTo("g");
    }

    private static void everyWayToLaunch() throws Exception {
        URI source = URI.create("http://host/");
        Path target = Path.of("a");
        Path expected = Path.of("a", "host");

        ChildProcess<Path> started = DownloadLauncher.start(source, target);
        ChildProcess<Path> prepared = DownloadLauncher.process(source, target);
        Path named = DownloadLauncher.with().target(target).source(source).invoke();

        assertThat(started.get()).isEqualTo(expected);
        assertThat(prepared.start().get()).isEqualTo(expected);
        assertThat(named).isEqualTo(expected);
        assertThat(DownloadLauncher.invoke(source, target)).isEqualTo(expected);
        assertThat(DownloadLauncher.call(source, target).start().get()).isEqualTo(expected);
        assertThat(DownloadLauncher.with().source(source).target(target).start().get()).isEqualTo(expected);
        assertThat(DownloadLauncher.with().source(source).target(target).process().run()).isEqualTo(expected);
        ChildProcess<Path> withOptions = DownloadLauncher.with()
                .source(source)
                .options(ProcessOptions.defaults().name("mine"))
                .target(target)
                .call()
                .process();
        assertThat(withOptions.name()).isEqualTo("mine");

        NoneLauncher.invoke();
        assertThat(Methods.lastSeen).isEqualTo("none");
        NoResultLauncher.with().text("text").invoke();
        assertThat(Methods.lastSeen).isEqualTo("text");
        ChildProcess<Void> nothing = NoResultLauncher.start("more");
        assertThat(nothing.get()).isNull();

        assertThatThrownBy(() -> DownloadLauncher.with().source(source).call())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("target");
    }

    private static void primitives() throws Exception {
        assertThat(PrimitivesLauncher.invoke(true, (byte) 1, (short) 2, 'c', 3, 4L, 5.5f, 6.5))
                .isEqualTo("true 1 2 c 3 4 5.5 6.5");
        assertThat(ABooleanLauncher.invoke(true)).isTrue();
        assertThat(AByteLauncher.invoke(Byte.MIN_VALUE)).isEqualTo(Byte.MIN_VALUE);
        assertThat(AShortLauncher.invoke(Short.MIN_VALUE)).isEqualTo(Short.MIN_VALUE);
        assertThat(ACharLauncher.invoke('\uffff')).isEqualTo('\uffff');
        assertThat(AnIntLauncher.invoke(Integer.MIN_VALUE)).isEqualTo(Integer.MIN_VALUE);
        assertThat(ALongLauncher.invoke(Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThat(AFloatLauncher.invoke(Float.MIN_VALUE)).isEqualTo(Float.MIN_VALUE);
        assertThat(ADoubleLauncher.invoke(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        Integer boxed = AnIntLauncher.start(7).get();
        assertThat(boxed).isEqualTo(7);
    }

    private static void varargs() throws Exception {
        assertThat(TextsLauncher.invoke("a")).isEqualTo("a[]");
        assertThat(TextsLauncher.invoke("a", "b", "c")).isEqualTo("a[b, c]");
        assertThat(TextsLauncher.with().first("a").invoke()).isEqualTo("a[]");
        assertThat(TextsLauncher.with().rest("b", "c").first("a").invoke()).isEqualTo("a[b, c]");
        assertThat(NumbersLauncher.invoke(1, 2, 3)).isEqualTo(6);
        assertThat(NumbersLauncher.with().invoke()).isEqualTo(0);
        assertThat(ListsLauncher.invoke(List.of("a"), List.of("b"))).isEqualTo(2);
        assertThat(ListsLauncher.with().invoke()).isEqualTo(0);
        assertThat(ListsLauncher.with().lists(List.of("a")).invoke()).isEqualTo(1);
    }

    private static void exceptions() {
        assertThatThrownBy(() -> ThrowingLauncher.invoke(0)).isInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> ThrowingLauncher.invoke(1)).isInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> ThrowingLauncher.with().which(2).invoke())
                .isInstanceOf(ExecutionException.class)
                .hasMessage("execution");
        assertThatThrownBy(() -> ThrowingLauncher.invoke(3)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ThrowingLauncher.invoke(4)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ThrowingLauncher.start(0).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> ThrowsAnythingLauncher.invoke()).isInstanceOf(IOException.class);
    }

    private static void visibility() {
        assertThat(Modifier.isPublic(DownloadLauncher.class.getModifiers())).isTrue();
        assertThat(Modifier.isPublic(NoneLauncher.class.getModifiers())).isFalse();
        assertThat(Modifier.isPublic(NoResultLauncher.class.getModifiers())).isFalse();
        assertThat(Modifier.isPublic(OfInterfaceLauncher.class.getModifiers())).isFalse();
    }
}
