package dev.runinprocess.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class LineTailTest {
    private final LineTail tail = new LineTail();

    private void accept(String text) {
        byte[] bytes = text.getBytes(Charset.defaultCharset());
        tail.accept(bytes, bytes.length);
    }

    @Test
    void lines_inPieces_areWhole() {
        accept("on");
        accept("e\r\ntw");
        accept("o\n\nunfinished");

        assertThat(tail.lines()).containsExactly("one", "two", "", "unfinished");
    }

    @Test
    void manyLines_keepTheLast() {
        for (int i = 0; i < 1000; i++) {
            accept("line " + i + "\n");
        }

        assertThat(tail.lines()).hasSize(40).startsWith("line 960").endsWith("line 999");
    }

    @Test
    void longLine_isCut_andTheNextIsNot() {
        accept("x".repeat(1_000_000));
        accept("\nnext\n");

        assertThat(tail.lines()).containsExactly("x".repeat(2000), "next");
    }
}
